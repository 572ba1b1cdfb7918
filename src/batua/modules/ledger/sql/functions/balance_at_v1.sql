-- The posted balance of an account at a moment, by halving: an account's postings lie in the order
-- of version, and their times never fall, so a long history costs a few look-ups.
-- at  inclusive
CREATE OR REPLACE FUNCTION ledger.balance_at_v1(account_id bigint, at timestamptz)
RETURNS bigint LANGUAGE plpgsql STABLE SET search_path = ledger, pg_temp
AS $$
DECLARE
    low bigint := 0;  -- the last version known to be in time
    high bigint := 1 + (SELECT a.version FROM ledger.account AS a WHERE a.id = account_id);
    middle bigint;
    is_in_time boolean;
BEGIN
    WHILE high - low > 1 LOOP
        middle := (low + high) / 2;
        SELECT p.recorded_at <= at
        INTO STRICT is_in_time
        FROM ledger.posting AS p
        WHERE p.account_id = balance_at_v1.account_id AND p.version = middle;
        IF is_in_time THEN
            low := middle;
        ELSE
            high := middle;
        END IF;
    END LOOP;
    RETURN coalesce((
        SELECT p.balance_after_minor
        FROM ledger.posting AS p
        WHERE p.account_id = balance_at_v1.account_id AND p.version = low
    ), 0);
END $$;
