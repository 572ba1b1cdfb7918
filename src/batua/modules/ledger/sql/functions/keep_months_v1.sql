-- See to it that the postings of a month, and of the two after it, have a table each, and that no
-- table of a month can be edited past its parent.
-- repeat   makes nothing more
-- returns  how many were made
CREATE OR REPLACE FUNCTION ledger.keep_months_v1(at timestamptz)
RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp
AS $$
DECLARE
    month timestamp := date_trunc('month', at AT TIME ZONE 'UTC');
    name text;
    made integer := 0;
BEGIN
    -- One at a time; the lock dies with the transaction.
    PERFORM pg_advisory_xact_lock('ledger.posting'::regclass::bigint);
    FOR n IN 0..2 LOOP
        name := to_char(month, '"posting_"YYYY_MM');
        IF to_regclass('ledger.' || name) IS NULL THEN
            BEGIN
                EXECUTE format(
                    'CREATE TABLE ledger.%I PARTITION OF ledger.posting'
                    ' FOR VALUES FROM (%L) TO (%L)',
                    name, month AT TIME ZONE 'UTC', (month + interval '1 month') AT TIME ZONE 'UTC'
                );
                made := made + 1;
            EXCEPTION WHEN check_violation THEN
                -- The month began before its table was made: its rows stay in posting_other.
                NULL;
            END;
        END IF;
        month := month + interval '1 month';
    END LOOP;

    FOR name IN
        SELECT c.relname
        FROM pg_catalog.pg_inherits AS i
        INNER JOIN pg_catalog.pg_class AS c ON c.oid = i.inhrelid
        WHERE
            i.inhparent = 'ledger.posting'::regclass
            AND NOT EXISTS (
                SELECT FROM pg_catalog.pg_trigger AS t
                WHERE t.tgrelid = c.oid AND t.tgname = 'posting_kept'
            )
    LOOP
        EXECUTE format(
            'CREATE TRIGGER posting_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.%I'
            ' FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change_v1()', name
        );
        EXECUTE format('ALTER TABLE ledger.%I ENABLE ALWAYS TRIGGER posting_kept', name);
    END LOOP;
    RETURN made;
END $$;
