-- Write the holds of an import; those that are open set their money aside.
-- What is wrong goes to import_fault; then nothing is written.
-- repeat   a hold that is there, the very same, is left out
-- returns  how many were written
CREATE OR REPLACE FUNCTION ledger.import_holds_v1(at timestamptz)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp
AS $$
DECLARE
    written bigint := 0;
BEGIN
    PERFORM ledger.check_import_v1();
    ANALYZE pg_temp.import_hold;

    INSERT INTO pg_temp.import_fault (sheet, line, fault)
    SELECT 'holds', s.line, s.fault
    FROM (
        SELECT
            i.line,
            CASE
                WHEN row_number() OVER (PARTITION BY i.id ORDER BY i.line) > 1 AND i.id IS NOT NULL
                    THEN 'hold_twice'
                WHEN
                    (i.debit_id IS NOT NULL AND giver.id IS NULL)
                    OR (i.credit_id IS NOT NULL AND taker.id IS NULL)
                    THEN 'no_such_account'
                WHEN i.debit_id = i.credit_id THEN 'same_account'
                WHEN i.currency <> giver.currency OR i.currency <> taker.currency
                    THEN 'currency_mismatch'
                WHEN i.amount_minor NOT BETWEEN 1 AND 1000000000000000 THEN 'amount_out_of_range'
                WHEN
                    h.id IS NOT NULL
                    AND (h.kind, h.ref, h.debit_id, h.credit_id, h.amount_minor, h.state)
                    <> (i.kind, coalesce(i.ref, ''), giver.id, taker.id, i.amount_minor, i.state)
                    THEN 'hold_conflict'
                WHEN h.id IS NOT NULL THEN NULL
                WHEN
                    i.expires_at <= i.held_at
                    OR i.held_at > at + interval '1 day'
                    OR (i.state = 'open') <> (i.resolved_at IS NULL)
                    OR i.resolved_at < i.held_at
                    OR (i.state = 'expired' AND NOT coalesce(i.resolved_at >= i.expires_at, false))
                    THEN 'hold_times'
                WHEN
                    (i.state = 'posted') <> (coalesce(i.posted_minor, 0) > 0)
                    OR i.posted_minor NOT BETWEEN 0 AND i.amount_minor
                    THEN 'more_than_held'
                WHEN i.state = 'open' AND NOT (giver.is_open AND taker.is_open)
                    THEN 'account_closed'
            END AS fault
        FROM pg_temp.import_hold AS i
        LEFT JOIN ledger.account AS giver ON giver.public_id = i.debit_id
        LEFT JOIN ledger.account AS taker ON taker.public_id = i.credit_id
        LEFT JOIN ledger.hold AS h ON h.id = i.id
    ) AS s
    WHERE s.fault IS NOT NULL;

    INSERT INTO pg_temp.import_fault (sheet, line, fault)
    SELECT 'holds', min(i.line), 'not_enough_money'
    FROM pg_temp.import_hold AS i
    INNER JOIN ledger.account AS a ON a.public_id = i.debit_id
    WHERE i.state = 'open' AND NOT EXISTS (SELECT FROM ledger.hold AS h WHERE h.id = i.id)
    GROUP BY a.id
    HAVING
        a.posted_credits_minor - a.posted_debits_minor - a.pending_debits_minor
        - sum(i.amount_minor) < a.floor_minor;

    IF EXISTS (SELECT FROM pg_temp.import_fault) THEN
        RETURN 0;
    END IF;

    WITH added AS (
        INSERT INTO ledger.hold (
            id, debit_id, credit_id, amount_minor, posted_minor, held_at, expires_at, resolved_at,
            state, kind, ref
        )
        SELECT
            i.id, giver.id, taker.id, i.amount_minor, coalesce(i.posted_minor, 0), i.held_at, i.expires_at,
            i.resolved_at, i.state, i.kind, coalesce(i.ref, '')
        FROM pg_temp.import_hold AS i
        INNER JOIN ledger.account AS giver ON giver.public_id = i.debit_id
        INNER JOIN ledger.account AS taker ON taker.public_id = i.credit_id
        WHERE NOT EXISTS (SELECT FROM ledger.hold AS h WHERE h.id = i.id)
        RETURNING debit_id, credit_id, amount_minor, state
    ),
    moved AS (
        UPDATE ledger.account AS a
        SET
            pending_debits_minor = a.pending_debits_minor + s.debits,
            pending_credits_minor = a.pending_credits_minor + s.credits
        FROM (
            SELECT
                side.account_id,
                sum(side.debits)::bigint AS debits,
                sum(side.credits)::bigint AS credits
            FROM added AS h
            CROSS JOIN LATERAL (
                VALUES (h.debit_id, h.amount_minor, 0), (h.credit_id, 0, h.amount_minor)
            ) AS side (account_id, debits, credits)
            WHERE h.state = 'open'
            GROUP BY side.account_id
        ) AS s
        WHERE a.id = s.account_id
    )
    SELECT count(*) INTO written FROM added;
    RETURN written;
END $$;
