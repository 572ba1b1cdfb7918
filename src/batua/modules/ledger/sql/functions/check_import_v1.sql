-- Refuse to work on tables that a program made itself: they could carry triggers of its own, which
-- would run with the rights of the ledger.
CREATE OR REPLACE FUNCTION ledger.check_import_v1()
RETURNS void LANGUAGE plpgsql SET search_path = ledger, pg_temp
AS $$
BEGIN
    IF (
        SELECT count(*) <> 8 OR bool_or(c.relowner <> current_user::regrole OR c.relhastriggers)
        FROM pg_catalog.pg_class AS c
        WHERE
            c.relnamespace = pg_my_temp_schema() AND c.relkind = 'r'
            AND c.relname IN (
                'import_account', 'import_leg', 'import_hold', 'import_opened', 'import_row',
                'import_known', 'import_new', 'import_fault'
            )
    ) THEN
        RAISE EXCEPTION 'begin_import_v1 has to be called first in this transaction';
    END IF;
END $$;
