-- Lock accounts for this transaction, in the one order that everybody keeps (ascending id), so that
-- no two entries can wait for each other. Say all the accounts in one call.
-- returns  the latest time at which any of them was posted to; null when none is known
CREATE OR REPLACE FUNCTION ledger.lock_v1(accounts uuid[])
RETURNS timestamptz LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp
AS $$
BEGIN
    RETURN (
        SELECT max(locked.posted_at)
        FROM (
            SELECT a.posted_at
            FROM ledger.account AS a
            WHERE a.public_id = ANY(accounts)
            ORDER BY a.id
            FOR NO KEY UPDATE
        ) AS locked
    );
END $$;
