-- Give a hold back. One whose time is over becomes expired, not voided: the money is free anyhow.
-- repeat  a voided or expired hold stays as it is
-- raises  LG004 no such hold · LG005 posted
CREATE OR REPLACE FUNCTION ledger.void_hold_v1(hold_id uuid, at timestamptz)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp
AS $$
DECLARE
    held ledger.hold;
BEGIN
    SELECT * INTO held FROM ledger.hold AS h WHERE h.id = hold_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no such hold' USING ERRCODE = 'LG004';
    END IF;
    PERFORM ledger.release_holds_v1(
        ARRAY[held.id], CASE WHEN held.expires_at <= at THEN 'expired' ELSE 'voided' END, at
    );

    -- Its accounts are locked now, so this is the last word on it.
    IF EXISTS (SELECT FROM ledger.hold AS h WHERE h.id = hold_id AND h.state = 'posted') THEN
        RAISE EXCEPTION 'the hold is posted' USING ERRCODE = 'LG005';
    END IF;
END $$;
