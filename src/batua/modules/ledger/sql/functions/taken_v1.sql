-- Which of these accounts another transaction keeps locked at this moment. Waits for nobody; what
-- is free is locked until the caller's transaction ends, so ask in one that does nothing else.
-- returns  their ids
CREATE OR REPLACE FUNCTION ledger.taken_v1(accounts uuid[])
RETURNS SETOF uuid LANGUAGE sql SECURITY DEFINER SET search_path = ledger, pg_temp
AS $$
    WITH free AS MATERIALIZED (
        SELECT a.public_id
        FROM ledger.account AS a
        WHERE a.public_id = ANY(accounts)
        FOR NO KEY UPDATE SKIP LOCKED
    )
    SELECT a.public_id
    FROM ledger.account AS a
    WHERE a.public_id = ANY(accounts) AND a.public_id NOT IN (SELECT f.public_id FROM free AS f)
$$;
