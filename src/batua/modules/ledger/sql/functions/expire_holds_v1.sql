-- Give back open holds whose time is over, the oldest first.
-- how_many  at most so many in this call, so that their locks are short
-- returns   how many were given back; fewer than how_many when no more are due
CREATE OR REPLACE FUNCTION ledger.expire_holds_v1(at timestamptz, how_many integer)
RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp
AS $$
DECLARE
    due uuid[] := ARRAY(
        SELECT h.id
        FROM ledger.hold AS h
        WHERE h.state = 'open' AND h.expires_at <= at
        ORDER BY h.expires_at, h.id
        LIMIT how_many
    );
BEGIN
    RETURN ledger.release_holds_v1(due, 'expired', at);
END $$;
