-- Close an account to entries and holds, or open it again.
-- repeat  changes nothing
-- raises  LG001 no such account · constraint account_not_empty
CREATE OR REPLACE FUNCTION ledger.set_open_v1(account uuid, is_open boolean)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp
AS $$
BEGIN
    UPDATE ledger.account AS a
    SET is_open = set_open_v1.is_open
    WHERE a.public_id = account;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no such account' USING ERRCODE = 'LG001';
    END IF;
END $$;
