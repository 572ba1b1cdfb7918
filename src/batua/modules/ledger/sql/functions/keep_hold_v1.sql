-- For a trigger: a hold is resolved once, and nothing else about it ever changes.
CREATE OR REPLACE FUNCTION ledger.keep_hold_v1()
RETURNS trigger LANGUAGE plpgsql SET search_path = ledger, pg_temp
AS $$
DECLARE
    expected ledger.hold := old;
BEGIN
    expected.state := new.state;
    expected.posted_minor := new.posted_minor;
    expected.resolved_at := new.resolved_at;
    IF old.state <> 'open' OR new.state = 'open' OR new IS DISTINCT FROM expected THEN
        RAISE EXCEPTION 'a hold is resolved once and never edited'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN new;
END $$;
