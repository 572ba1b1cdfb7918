-- Gateways: attempts to move money through outside providers, and the callbacks they sent.
CREATE SCHEMA gateways;

CREATE TABLE gateways.attempt (
    id uuid PRIMARY KEY,
    provider text NOT NULL,
    direction text NOT NULL CHECK (direction IN ('in', 'out', 'refund')),
    currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    amount_minor bigint NOT NULL CHECK (amount_minor > 0),
    purpose text NOT NULL,
    reference uuid NOT NULL,
    parent uuid REFERENCES gateways.attempt (id),
    state text NOT NULL CHECK (
        state IN (
            'created', 'pending', 'succeeded', 'failed', 'expired', 'unknown',
            'mismatched', 'partly_refunded', 'refunded'
        )
    ),
    provider_ref text,
    checkout_url text,
    return_url text,
    destination bytea,
    received_currency text,
    received_minor bigint,
    failure text,
    expires_at timestamptz,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    next_ask_at timestamptz,
    asks integer NOT NULL DEFAULT 0 CHECK (asks >= 0),
    CONSTRAINT attempt_one_a_provider_ref UNIQUE (provider, provider_ref),
    CHECK ((direction = 'refund') = (parent IS NOT NULL)),
    CHECK ((received_minor IS NULL) = (received_currency IS NULL)),
    CHECK (
        state NOT IN ('succeeded', 'mismatched', 'partly_refunded', 'refunded')
        OR received_minor IS NOT NULL
    ),
    -- Money that was confirmed is the money that was asked for, or it is not called succeeded.
    CHECK (
        state NOT IN ('succeeded', 'partly_refunded', 'refunded')
        OR (received_minor = amount_minor AND received_currency = currency)
    ),
    -- Whatever is undecided is asked about again.
    CHECK (state NOT IN ('created', 'pending', 'unknown') OR next_ask_at IS NOT NULL)
);

COMMENT ON COLUMN gateways.attempt.destination IS 'sealed bank details, purpose gateways.destination';

CREATE INDEX attempt_due ON gateways.attempt (next_ask_at) WHERE next_ask_at IS NOT NULL;
CREATE INDEX attempt_by_parent ON gateways.attempt (parent) WHERE parent IS NOT NULL;
CREATE INDEX attempt_by_reference ON gateways.attempt (reference);

-- What providers called back with: only what is authentic, each event once.
CREATE TABLE gateways.event (
    provider text NOT NULL,
    event_id text NOT NULL CHECK (length(event_id) BETWEEN 1 AND 255),
    kind text NOT NULL,
    attempt uuid REFERENCES gateways.attempt (id),
    signed_with text NOT NULL CHECK (signed_with IN ('current', 'previous')),
    body bytea NOT NULL,
    sent_at timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    copies integer NOT NULL DEFAULT 1 CHECK (copies > 0),
    PRIMARY KEY (provider, event_id)
);

COMMENT ON COLUMN gateways.event.body IS 'the sealed raw body, purpose gateways.event';
COMMENT ON COLUMN gateways.event.attempt IS 'null: the event names no attempt of ours';

CREATE INDEX event_by_attempt ON gateways.event (attempt, received_at)
WHERE attempt IS NOT NULL;

GRANT USAGE ON SCHEMA gateways TO batua_app;
GRANT SELECT, INSERT ON gateways.attempt, gateways.event TO batua_app;
GRANT UPDATE (
    state, provider_ref, checkout_url, destination, received_currency, received_minor, failure,
    changed_at, next_ask_at, asks
) ON gateways.attempt TO batua_app;
GRANT UPDATE (copies, body) ON gateways.event TO batua_app;
