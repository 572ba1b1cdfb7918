-- For triggers: what is written in the ledger stays as it is, for everybody, its owner included.
CREATE OR REPLACE FUNCTION ledger.refuse_change_v1()
RETURNS trigger LANGUAGE plpgsql SET search_path = ledger, pg_temp
AS $$
BEGIN
    RAISE EXCEPTION '% of %.% is refused: a correction is a new entry',
        tg_op, tg_table_schema, tg_table_name
        USING ERRCODE = 'restrict_violation';
END $$;
