-- Post a hold, wholly or in part, as an entry of one leg; what is not posted is free again.
-- amount_minor  at most the amount held; null for all of it
-- repeat        a hold that this entry_id has posted returns null (the caller compares the amount)
-- returns       when it was recorded
-- raises        LG004 no such hold · LG005 posted · LG006 expired · LG007 voided
--               · LG008 more than held · LG009 the entry id is taken
CREATE OR REPLACE FUNCTION ledger.post_hold_v1(
    hold_id uuid, entry_id uuid, amount_minor bigint, at timestamptz
) RETURNS timestamptz LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp
AS $$
DECLARE
    debit ledger.account;
    credit ledger.account;
    held ledger.hold;
    recorded timestamptz;
BEGIN
    SELECT * INTO held FROM ledger.hold AS h WHERE h.id = hold_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no such hold' USING ERRCODE = 'LG004';
    END IF;
    SELECT * INTO STRICT debit FROM ledger.account AS a WHERE a.id = held.debit_id;
    SELECT * INTO STRICT credit FROM ledger.account AS a WHERE a.id = held.credit_id;
    PERFORM ledger.lock_v1(ARRAY[debit.public_id, credit.public_id]);

    -- Read again: only now can nobody else resolve it.
    SELECT * INTO STRICT held FROM ledger.hold AS h WHERE h.id = hold_id;
    IF held.state = 'posted' AND EXISTS (
        SELECT FROM ledger.entry AS e WHERE e.id = entry_id AND e.hold_id = held.id
    ) THEN
        RETURN NULL;
    END IF;
    PERFORM ledger.check_hold_v1(held, at);
    IF post_hold_v1.amount_minor > held.amount_minor THEN
        RAISE EXCEPTION 'more than was held' USING ERRCODE = 'LG008';
    END IF;

    amount_minor := coalesce(post_hold_v1.amount_minor, held.amount_minor);
    PERFORM ledger.release_holds_v1(ARRAY[held.id], 'posted', at, amount_minor);
    recorded := ledger.write_entry_v1(
        entry_id, held.kind, held.ref,
        ARRAY[debit.public_id], ARRAY[credit.public_id], ARRAY[amount_minor], ARRAY[debit.currency],
        at, hold_id => held.id
    );
    IF recorded IS NULL THEN
        RAISE EXCEPTION 'the entry id is taken' USING ERRCODE = 'LG009';
    END IF;
    RETURN recorded;
END $$;
