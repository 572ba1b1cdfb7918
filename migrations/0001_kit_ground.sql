-- The ground: the role that programs act as, and the list of SQL objects that were applied.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'batua_app') THEN
        BEGIN
            CREATE ROLE batua_app NOLOGIN;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            -- Another database of the same server is being set up at this moment.
            NULL;
        END;
    END IF;
END $$;

GRANT batua_app TO current_user;

CREATE SCHEMA kit;

CREATE TABLE kit.sql_object (
    path text PRIMARY KEY,
    hash text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE kit.mark (
    name text PRIMARY KEY,
    value jsonb NOT NULL,
    at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE kit.rate (
    bucket text NOT NULL,
    window_start timestamptz NOT NULL,
    hits integer NOT NULL,
    PRIMARY KEY (bucket, window_start)
);

GRANT USAGE ON SCHEMA kit TO batua_app;
GRANT SELECT ON kit.sql_object TO batua_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON kit.mark, kit.rate TO batua_app;
