-- Set money aside on the debit account, to be posted to the credit account later.
-- expires_at  from this moment on the hold counts as expired; null for never
-- repeat      the same hold_id again writes nothing and returns false (the caller compares)
-- raises      LG001 no such account · LG002 closed · LG003 another currency
--             · LG006 expired already · constraint not_enough_money
CREATE OR REPLACE FUNCTION ledger.hold_v1(
    hold_id uuid,
    kind text,
    ref text,
    debit uuid,
    credit uuid,
    amount_minor bigint,
    currency text,
    expires_at timestamptz,
    at timestamptz
) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp
AS $$
DECLARE
    debit_id bigint;
    credit_id bigint;
BEGIN
    PERFORM ledger.lock_v1(ARRAY[debit, credit]);
    IF EXISTS (SELECT FROM ledger.hold AS h WHERE h.id = hold_id) THEN
        RETURN false;
    END IF;
    PERFORM ledger.check_accounts_v1(ARRAY[debit, credit], ARRAY[currency, currency]);
    IF hold_v1.expires_at <= at THEN
        RAISE EXCEPTION 'the hold would have expired already' USING ERRCODE = 'LG006';
    END IF;

    debit_id := (SELECT a.id FROM ledger.account AS a WHERE a.public_id = debit);
    credit_id := (SELECT a.id FROM ledger.account AS a WHERE a.public_id = credit);
    INSERT INTO ledger.hold (
        id, debit_id, credit_id, amount_minor, held_at, expires_at, kind, ref
    )
    VALUES (
        hold_id, debit_id, credit_id, hold_v1.amount_minor, at, hold_v1.expires_at,
        hold_v1.kind, hold_v1.ref
    )
    -- The same id with other accounts may be on its way in another transaction.
    ON CONFLICT (id) DO NOTHING;
    IF NOT FOUND THEN
        RETURN false;
    END IF;

    UPDATE ledger.account AS a
    SET
        pending_debits_minor
        = a.pending_debits_minor + CASE a.id WHEN debit_id THEN hold_v1.amount_minor ELSE 0 END,
        pending_credits_minor
        = a.pending_credits_minor + CASE a.id WHEN credit_id THEN hold_v1.amount_minor ELSE 0 END
    WHERE a.id IN (debit_id, credit_id);
    RETURN true;
END $$;
