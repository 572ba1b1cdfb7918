-- What only the whole of an import can show: reversals turn round what they name, holds and their
-- entries fit, balances are those the file tells; then accounts that the file closes are closed.
-- What is wrong goes to import_fault.
CREATE OR REPLACE FUNCTION ledger.finish_import_v1()
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp
AS $$
BEGIN
    PERFORM ledger.check_import_v1();
    IF EXISTS (SELECT FROM pg_temp.import_fault) THEN
        RETURN;
    END IF;

    INSERT INTO pg_temp.import_fault (line, fault)
    SELECT i.line, 'reversal_differs'
    FROM pg_temp.import_leg AS i
    INNER JOIN ledger.entry AS e ON e.id = i.entry_id
    LEFT JOIN ledger.entry AS original ON original.id = i.reverses
    WHERE
        i.reverses IS NOT NULL AND i.line = i.entry_line
        AND (
            original.seq IS NULL OR original.seq >= e.seq OR original.reverses IS NOT NULL
            OR original.legs <> e.legs
            OR EXISTS (
                SELECT t.n, t.debit, t.credit, t.amount_minor
                FROM ledger.transfer AS t
                WHERE t.entry_seq = e.seq
                EXCEPT
                SELECT t.n, t.credit, t.debit, t.amount_minor
                FROM ledger.transfer AS t
                WHERE t.entry_seq = original.seq
            )
        );

    INSERT INTO pg_temp.import_fault (line, fault)
    SELECT i.line, 'hold_differs'
    FROM pg_temp.import_leg AS i
    INNER JOIN ledger.entry AS e ON e.id = i.entry_id
    INNER JOIN ledger.posting AS paid ON paid.entry_seq = e.seq AND paid.line = 0
    INNER JOIN ledger.posting AS taken ON taken.entry_seq = e.seq AND taken.line = 1
    LEFT JOIN ledger.hold AS h ON h.id = i.hold_id AND h.state = 'posted'
    WHERE
        i.hold_id IS NOT NULL AND i.line = i.entry_line
        AND (e.legs, paid.account_id, taken.account_id, taken.amount_minor)
        IS DISTINCT FROM (1, h.debit_id, h.credit_id, h.posted_minor);

    INSERT INTO pg_temp.import_fault (sheet, line, fault)
    SELECT 'holds', i.line, 'entry_missing'
    FROM pg_temp.import_hold AS i
    WHERE
        i.state = 'posted'
        AND NOT EXISTS (SELECT FROM ledger.entry AS e WHERE e.hold_id = i.id);

    INSERT INTO pg_temp.import_fault (sheet, line, fault)
    SELECT
        'accounts', o.line,
        CASE
            WHEN o.balance_minor <> a.posted_credits_minor - a.posted_debits_minor
                THEN 'balance_not_reached'
            ELSE 'closed_not_empty'
        END
    FROM pg_temp.import_opened AS o
    INNER JOIN ledger.account AS a ON a.id = o.account_id
    WHERE
        o.balance_minor <> a.posted_credits_minor - a.posted_debits_minor
        OR (
            NOT o.is_open
            AND (
                a.posted_credits_minor <> a.posted_debits_minor
                OR a.pending_debits_minor <> 0 OR a.pending_credits_minor <> 0
            )
        );

    UPDATE ledger.account AS a
    SET is_open = false
    FROM pg_temp.import_opened AS o
    WHERE
        a.id = o.account_id AND NOT o.is_open
        AND NOT EXISTS (SELECT FROM pg_temp.import_fault);

    -- Who reads next is planned for what is there now; the server would look in a minute or later.
    ANALYZE ledger.account, ledger.account_name, ledger.entry, ledger.posting, ledger.hold;
END $$;
