-- Look at the legs of an import by themselves: import_row gets each with its accounts, import_known
-- the entries that are there, and import_fault what is wrong.
CREATE OR REPLACE FUNCTION ledger.read_import_v1(at timestamptz)
RETURNS void LANGUAGE plpgsql SET search_path = ledger, pg_temp
AS $$
BEGIN
    INSERT INTO pg_temp.import_row (
        line, credit_line, entry_line, n, debit_id, credit_id, amount_minor, debit_balance_minor,
        credit_balance_minor
    )
    SELECT
        i.line, i.credit_line, i.entry_line, i.n, d.id, c.id, i.amount_minor, i.debit_balance_minor,
        i.credit_balance_minor
    FROM pg_temp.import_leg AS i
    LEFT JOIN ledger.account AS d ON d.public_id = i.debit
    LEFT JOIN ledger.account AS c ON c.public_id = i.credit;
    ANALYZE pg_temp.import_row;

    INSERT INTO pg_temp.import_fault (line, fault)
    SELECT
        i.line,
        CASE
            WHEN i.amount_minor NOT BETWEEN 1 AND 1000000000000000 THEN 'amount_out_of_range'
            ELSE 'in_the_future'
        END
    FROM pg_temp.import_leg AS i
    WHERE
        i.amount_minor NOT BETWEEN 1 AND 1000000000000000
        OR i.recorded_at > at + interval '1 day';

    INSERT INTO pg_temp.import_fault (line, fault)
    SELECT
        side.line,
        CASE
            WHEN a.id IS NULL THEN 'no_such_account'
            WHEN a.currency <> side.currency THEN 'currency_mismatch'
        END
    FROM (
        SELECT i.line, i.debit AS account, i.currency FROM pg_temp.import_leg AS i
        UNION ALL
        SELECT i.credit_line, i.credit, i.currency FROM pg_temp.import_leg AS i
    ) AS side
    LEFT JOIN ledger.account AS a ON a.public_id = side.account
    WHERE side.account IS NOT NULL AND (a.id IS NULL OR a.currency <> side.currency);

    INSERT INTO pg_temp.import_known (line, seq)
    SELECT i.line, e.seq
    FROM pg_temp.import_leg AS i
    INNER JOIN ledger.entry AS e ON e.id = i.entry_id
    WHERE i.line = i.entry_line;
    ANALYZE pg_temp.import_known;
END $$;
