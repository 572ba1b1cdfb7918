-- Sandbox: what the played provider remembers. No business schema knows it.
CREATE SCHEMA sandbox;

-- A checkout, a payout or a refund; at `due_at` it becomes `due_status`.
CREATE TABLE sandbox.movement (
    id text PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('checkout', 'payout', 'refund')),
    reference text NOT NULL,
    idempotency_key text NOT NULL,
    request_hash bytea NOT NULL,
    currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    amount_minor bigint NOT NULL CHECK (amount_minor > 0),
    moved_minor bigint CHECK (moved_minor > 0),
    status text NOT NULL CHECK (
        status IN ('open', 'processing', 'succeeded', 'failed', 'expired')
    ),
    failure text,
    callback_url text NOT NULL,
    return_url text,
    parent text REFERENCES sandbox.movement (id),
    switches jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    expires_at timestamptz,
    due_at timestamptz,
    due_status text CHECK (due_status IN ('succeeded', 'failed', 'expired')),
    due_failure text,
    CONSTRAINT movement_one_a_reference UNIQUE (kind, reference),
    CONSTRAINT movement_one_a_key UNIQUE (kind, idempotency_key),
    CHECK ((status = 'succeeded') = (moved_minor IS NOT NULL)),
    CHECK ((due_at IS NULL) = (due_status IS NULL))
);

CREATE INDEX movement_due ON sandbox.movement (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX movement_latest ON sandbox.movement (created_at DESC);
CREATE INDEX movement_by_parent ON sandbox.movement (parent) WHERE parent IS NOT NULL;

-- A callback to send; written with the change that it tells of, so a crash loses none.
CREATE TABLE sandbox.delivery (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    movement text NOT NULL REFERENCES sandbox.movement (id),
    event_id text NOT NULL,
    url text NOT NULL,
    body text NOT NULL,
    is_forged boolean NOT NULL DEFAULT false,
    due_at timestamptz,
    tries integer NOT NULL DEFAULT 0,
    last_status integer,
    delivered_at timestamptz
);

CREATE INDEX delivery_due ON sandbox.delivery (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX delivery_by_movement ON sandbox.delivery (movement, id);

COMMENT ON COLUMN sandbox.delivery.due_at IS 'null: delivered or given up';

CREATE TABLE sandbox.message (
    id text PRIMARY KEY,
    reference text NOT NULL CONSTRAINT message_one_a_reference UNIQUE,
    to_phone text NOT NULL,
    body text NOT NULL,
    sent_at timestamptz NOT NULL
);

CREATE INDEX message_latest ON sandbox.message (sent_at DESC);
CREATE INDEX message_by_phone ON sandbox.message (to_phone, sent_at DESC);

CREATE TABLE sandbox.fault (
    scope text PRIMARY KEY CHECK (
        scope IN ('all', 'checkouts', 'payouts', 'refunds', 'messages')
    ),
    mode text NOT NULL CHECK (mode IN ('down', 'slow', 'garbage')),
    delay_ms integer NOT NULL CHECK (delay_ms BETWEEN 0 AND 120000),
    ends_at timestamptz
);

GRANT USAGE ON SCHEMA sandbox TO batua_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA sandbox TO batua_app;
