-- Webhooks: what integrators are told of, where, and what became of each telling.
CREATE SCHEMA webhooks;

-- An address of an integrator. One that was taken away keeps its row for the log, without its secrets.
CREATE TABLE webhooks.endpoint (
    id uuid PRIMARY KEY,
    url text NOT NULL CHECK (length(url) BETWEEN 1 AND 1000),
    description text NOT NULL CHECK (length(description) <= 200),
    kinds text [] NOT NULL CHECK (cardinality(kinds) > 0),
    paused_because text CHECK (paused_because IN ('officer', 'gone', 'failing')),
    paused_at timestamptz,
    secret bytea,
    previous_secret bytea,
    previous_until timestamptz,
    failing_since timestamptz,
    failures integer NOT NULL DEFAULT 0 CHECK (failures >= 0),
    rests_until timestamptz,
    made_by uuid NOT NULL,
    made_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    removed_at timestamptz,
    CHECK ((paused_because IS NULL) = (paused_at IS NULL)),
    CHECK ((previous_secret IS NULL) = (previous_until IS NULL)),
    CHECK ((failures = 0) = (failing_since IS NULL)),
    CHECK ((removed_at IS NULL) = (secret IS NOT NULL)),
    CHECK (removed_at IS NULL OR previous_secret IS NULL)
);

COMMENT ON COLUMN webhooks.endpoint.secret IS 'sealed, purpose webhooks.secret';

-- What is told: one a fact, whoever wants it. `seq` is the fact's place; a test has none.
CREATE TABLE webhooks.event (
    id uuid PRIMARY KEY,
    seq bigint CONSTRAINT event_once UNIQUE,
    kind text NOT NULL,
    at timestamptz NOT NULL,
    body bytea NOT NULL CHECK (length(body) <= 20000),
    made_at timestamptz NOT NULL
);

CREATE INDEX event_made ON webhooks.event (made_at);

-- One event for one endpoint.
CREATE TABLE webhooks.delivery (
    id uuid PRIMARY KEY,
    endpoint uuid NOT NULL REFERENCES webhooks.endpoint (id),
    event uuid NOT NULL REFERENCES webhooks.event (id),
    kind text NOT NULL,
    state text NOT NULL CHECK (state IN ('queued', 'delivered', 'failed')),
    failure text CHECK (failure IN ('given_up', 'gone', 'paused', 'removed')),
    tries integer NOT NULL DEFAULT 0,
    tries_before integer NOT NULL DEFAULT 0,
    due_at timestamptz NOT NULL,
    leased_until timestamptz,
    queued_at timestamptz NOT NULL,
    ended_at timestamptz,
    CONSTRAINT delivery_once UNIQUE (endpoint, event),
    CHECK (tries >= tries_before AND tries_before >= 0),
    CHECK ((state = 'queued') = (ended_at IS NULL)),
    CHECK ((state = 'failed') = (failure IS NOT NULL)),
    CHECK (state = 'queued' OR leased_until IS NULL),
    CHECK (state <> 'delivered' OR tries > 0)
);

COMMENT ON COLUMN webhooks.delivery.due_at IS
'not to be tried before; while a try is under way, when it counts as lost';
COMMENT ON COLUMN webhooks.delivery.tries_before IS 'tries before the last replay';

CREATE INDEX delivery_due ON webhooks.delivery (endpoint, due_at) WHERE state = 'queued';
CREATE INDEX delivery_leased ON webhooks.delivery (endpoint) WHERE leased_until IS NOT NULL;
CREATE INDEX delivery_newest ON webhooks.delivery (queued_at DESC, id DESC);
CREATE INDEX delivery_of_endpoint ON webhooks.delivery (endpoint, queued_at DESC, id DESC);
CREATE INDEX delivery_failed ON webhooks.delivery (endpoint, queued_at) WHERE state = 'failed';
CREATE INDEX delivery_of_event ON webhooks.delivery (event);
CREATE INDEX delivery_ended ON webhooks.delivery (ended_at) WHERE state <> 'queued';

-- Each try; one without an outcome is under way, or its worker died.
CREATE TABLE webhooks.attempt (
    delivery uuid NOT NULL REFERENCES webhooks.delivery (id) ON DELETE CASCADE,
    number integer NOT NULL CHECK (number > 0),
    began_at timestamptz NOT NULL,
    outcome text,
    status integer CHECK (status BETWEEN 100 AND 999),
    took_ms integer CHECK (took_ms >= 0),
    answer text CHECK (length(answer) <= 1000),
    PRIMARY KEY (delivery, number)
);

GRANT USAGE ON SCHEMA webhooks TO batua_app;
GRANT SELECT, INSERT, UPDATE ON webhooks.endpoint TO batua_app;
GRANT SELECT, INSERT, DELETE, UPDATE (seq) ON webhooks.event TO batua_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON webhooks.delivery TO batua_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON webhooks.attempt TO batua_app;
