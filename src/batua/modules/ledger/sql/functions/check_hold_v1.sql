-- Refuse when a hold cannot be posted any more. Call it with both accounts of the hold locked.
-- raises  LG005 posted · LG006 expired, also when nobody has swept it up yet · LG007 voided
CREATE OR REPLACE FUNCTION ledger.check_hold_v1(held ledger.hold, at timestamptz)
RETURNS void LANGUAGE plpgsql SET search_path = ledger, pg_temp
AS $$
DECLARE
    refusal text := CASE held.state
        WHEN 'posted' THEN 'LG005'
        WHEN 'expired' THEN 'LG006'
        WHEN 'voided' THEN 'LG007'
    END;
BEGIN
    IF held.state = 'open' AND held.expires_at <= at THEN
        refusal := 'LG006';
    END IF;
    IF refusal IS NOT NULL THEN
        RAISE EXCEPTION 'the hold is resolved' USING ERRCODE = refusal;
    END IF;
END $$;
