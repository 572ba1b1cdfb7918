-- Kit: the keys of the outside that people keep here; what is kept goes over the environment.
CREATE TABLE kit.connection (
    name text PRIMARY KEY CHECK (name ~ '^[a-z0-9_]{1,32}$'),
    version integer NOT NULL CHECK (version > 0),
    sealed bytea,
    changed_at timestamptz NOT NULL,
    changed_by uuid
);

COMMENT ON COLUMN kit.connection.sealed IS 'settings, purpose kit.connection; null: the environment is in force again';
COMMENT ON COLUMN kit.connection.changed_by IS 'null: the command line';

GRANT SELECT, INSERT, UPDATE ON kit.connection TO batua_app;
