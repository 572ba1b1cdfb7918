-- Keep every account that an import names, in the one order that everybody keeps.
CREATE OR REPLACE FUNCTION ledger.lock_import_v1()
RETURNS void LANGUAGE plpgsql SET search_path = ledger, pg_temp
AS $$
BEGIN
    PERFORM FROM ledger.account AS a
    WHERE a.public_id IN (
        SELECT i.debit FROM pg_temp.import_leg AS i
        UNION
        SELECT i.credit FROM pg_temp.import_leg AS i
        UNION
        SELECT h.debit_id FROM pg_temp.import_hold AS h
        UNION
        SELECT h.credit_id FROM pg_temp.import_hold AS h
    )
    ORDER BY a.id
    FOR NO KEY UPDATE;
END $$;
