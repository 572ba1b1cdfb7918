-- The journal: every fact in the order of its transaction, and how far each reader has come.
CREATE SCHEMA journal;

CREATE TABLE journal.fact (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    at timestamptz NOT NULL,
    kind text NOT NULL,
    subject uuid NOT NULL,
    actor uuid,
    audience uuid[] NOT NULL DEFAULT '{}',
    data jsonb NOT NULL
);

CREATE UNIQUE INDEX fact_order ON journal.fact (xid, seq);

CREATE TABLE journal.reader (
    name text PRIMARY KEY,
    xid xid8 NOT NULL DEFAULT '0',
    seq bigint NOT NULL DEFAULT 0,
    moved_at timestamptz NOT NULL DEFAULT now()
);

-- A fact that a reader could not take; it is tried again with patience and never dropped.
CREATE TABLE journal.parked (
    reader text NOT NULL,
    seq bigint NOT NULL,
    tries integer NOT NULL,
    reason text NOT NULL,
    is_passed boolean NOT NULL DEFAULT false,
    next_try_at timestamptz NOT NULL,
    PRIMARY KEY (reader, seq)
);

GRANT USAGE ON SCHEMA journal TO batua_app;
GRANT SELECT, INSERT ON journal.fact TO batua_app;
GRANT SELECT, INSERT, UPDATE ON journal.reader TO batua_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON journal.parked TO batua_app;
