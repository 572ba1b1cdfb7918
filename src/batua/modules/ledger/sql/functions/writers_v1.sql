-- Transactions of others that may still write an entry, a hold or an account whose number is below
-- one that can be seen already: each took its lock before it took a number, and keeps it until its
-- end. So a number that is seen before this is asked, is final once these have ended.
CREATE OR REPLACE FUNCTION ledger.writers_v1()
RETURNS text [] LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = ledger, pg_temp
AS $$
    SELECT coalesce(array_agg(DISTINCT l.virtualtransaction), '{}')
    FROM pg_catalog.pg_locks AS l
    WHERE
        l.locktype = 'relation'
        AND l.mode IN ('RowShareLock', 'RowExclusiveLock')
        AND l.granted
        AND l.pid IS DISTINCT FROM pg_backend_pid()
        AND l.database = (SELECT d.oid FROM pg_catalog.pg_database AS d WHERE d.datname = current_database())
        AND l.relation IN (
            'ledger.account'::regclass, 'ledger.account_name'::regclass,
            'ledger.entry'::regclass, 'ledger.hold'::regclass
        )
$$;
