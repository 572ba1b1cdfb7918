-- Refuse when one of the accounts cannot take part. Call it with the accounts locked.
-- currencies  what each account must hold, in the order of accounts
-- raises      LG001 no such account · LG002 closed · LG003 another currency
CREATE OR REPLACE FUNCTION ledger.check_accounts_v1(accounts uuid[], currencies text[])
RETURNS void LANGUAGE plpgsql SET search_path = ledger, pg_temp
AS $$
DECLARE
    refusal text;
BEGIN
    SELECT CASE WHEN a.id IS NULL THEN 'LG001' WHEN a.is_open THEN 'LG003' ELSE 'LG002' END
    INTO refusal
    FROM unnest(accounts, currencies) WITH ORDINALITY AS side (account, currency, place)
    LEFT JOIN ledger.account AS a ON a.public_id = side.account
    WHERE a.id IS NULL OR NOT a.is_open OR a.currency <> side.currency
    ORDER BY side.place
    LIMIT 1;

    IF refusal IS NOT NULL THEN
        RAISE EXCEPTION 'an account cannot take part' USING ERRCODE = refusal;
    END IF;
END $$;
