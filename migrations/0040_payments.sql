-- Payments: whose wallet is whose, what was paid and asked for, and how much may go at once.
CREATE SCHEMA payments;

-- A person's wallet in one currency is one account of the ledger.
CREATE TABLE payments.wallet (
    account uuid PRIMARY KEY,
    person uuid NOT NULL,
    currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    opened_at timestamptz NOT NULL,
    CONSTRAINT wallet_one_a_currency UNIQUE (person, currency)
);

-- A wish for money: the asker hopes that the payer pays.
CREATE TABLE payments.request (
    id uuid PRIMARY KEY,
    asker uuid NOT NULL,
    payer uuid NOT NULL,
    currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    amount_minor bigint NOT NULL CHECK (amount_minor > 0),
    note text NOT NULL CHECK (length(note) <= 200),
    status text NOT NULL CHECK (
        status IN ('open', 'paid', 'declined', 'cancelled', 'expired')
    ),
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL CHECK (expires_at > created_at),
    closed_at timestamptz CHECK ((closed_at IS NULL) = (status = 'open')),
    reminded_at timestamptz,
    CHECK (asker <> payer)
);

CREATE INDEX request_by_asker ON payments.request (asker, created_at DESC, id DESC);
CREATE INDEX request_by_payer ON payments.request (payer, created_at DESC, id DESC);
CREATE INDEX request_due ON payments.request (expires_at) WHERE status = 'open';

-- A bank account that a person withdraws to; the details are sealed, `masked` may be shown.
CREATE TABLE payments.destination (
    id uuid PRIMARY KEY,
    person uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('bank')),
    blind_index bytea NOT NULL,
    sealed bytea NOT NULL,
    masked text NOT NULL,
    created_at timestamptz NOT NULL,
    used_at timestamptz NOT NULL,
    CONSTRAINT destination_once UNIQUE (person, blind_index)
);

-- Every movement between a person and another, or between a person and the outside.
CREATE TABLE payments.payment (
    id uuid PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('send', 'request', 'top_up', 'withdrawal', 'refund')),
    status text NOT NULL CHECK (
        status IN ('pending', 'succeeded', 'failed', 'expired', 'unknown')
    ),
    payer uuid,
    payee uuid,
    currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    amount_minor bigint NOT NULL CHECK (amount_minor > 0),
    fee_minor bigint NOT NULL DEFAULT 0 CHECK (fee_minor >= 0),
    note text NOT NULL DEFAULT '' CHECK (length(note) <= 200),
    reference text NOT NULL CONSTRAINT payment_reference UNIQUE,
    request_id uuid CONSTRAINT request_closed UNIQUE REFERENCES payments.request (id),
    refund_of uuid CONSTRAINT already_refunded UNIQUE REFERENCES payments.payment (id),
    attempt_id uuid CONSTRAINT payment_one_an_attempt UNIQUE,
    destination_id uuid REFERENCES payments.destination (id),
    entry_id uuid CONSTRAINT payment_one_an_entry UNIQUE,
    hold_id uuid CONSTRAINT payment_one_a_hold UNIQUE,
    failure text,
    payer_balance_minor bigint,
    payee_balance_minor bigint,
    created_at timestamptz NOT NULL,
    settled_at timestamptz,
    words tsvector NOT NULL
    GENERATED ALWAYS AS (to_tsvector('simple', note || ' ' || reference)) STORED,
    CHECK (payer IS NOT NULL OR payee IS NOT NULL),
    CHECK (payer IS DISTINCT FROM payee),
    CHECK ((kind = 'request') = (request_id IS NOT NULL)),
    CHECK ((kind = 'refund') = (refund_of IS NOT NULL)),
    CHECK (status <> 'succeeded' OR entry_id IS NOT NULL),
    CHECK ((settled_at IS NULL) = (status IN ('pending', 'unknown')))
);

-- Each person reads her history newest first, whichever side she was on.
CREATE INDEX payment_by_payer ON payments.payment (payer, created_at DESC, id DESC)
WHERE payer IS NOT NULL;
CREATE INDEX payment_by_payee ON payments.payment (payee, created_at DESC, id DESC)
WHERE payee IS NOT NULL;
CREATE INDEX payment_between ON payments.payment (payer, payee, created_at DESC)
WHERE payer IS NOT NULL AND payee IS NOT NULL;
CREATE INDEX payment_words ON payments.payment USING gin (words);
CREATE INDEX payment_undecided ON payments.payment (created_at)
WHERE status IN ('pending', 'unknown');

-- What a person's Idempotency-Key was used for; kept for ever, beside the money it moved.
CREATE TABLE payments.key (
    person uuid NOT NULL,
    key text NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
    verb text NOT NULL,
    request_hash bytea NOT NULL,
    result uuid NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (person, key)
);

-- Look-ups that found nobody: the guard against probing who has a wallet.
CREATE TABLE payments.look_up_guard (
    person uuid PRIMARY KEY,
    misses timestamptz [] NOT NULL DEFAULT '{}'
);

-- How much may go, as data with a beginning and an end.
CREATE TABLE payments.limit_rule (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('per_send', 'day', 'month', 'no_pin_below')),
    tier text NOT NULL,
    currency text CHECK (currency ~ '^[A-Z]{3}$'),
    amount_minor bigint NOT NULL CHECK (amount_minor >= 0),
    valid_from timestamptz NOT NULL,
    valid_until timestamptz CHECK (valid_until > valid_from)
);

COMMENT ON COLUMN payments.limit_rule.currency IS
'null: every currency without a rule of its own; the amount then counts hundredths of its unit';

CREATE UNIQUE INDEX limit_rule_start
ON payments.limit_rule (kind, tier, coalesce(currency, ''), valid_from);

INSERT INTO payments.limit_rule (kind, tier, currency, amount_minor, valid_from) VALUES
('per_send', 'basic', 'INR', 5000000, '2024-01-01 00:00:00+00'),
('day', 'basic', 'INR', 10000000, '2024-01-01 00:00:00+00'),
('month', 'basic', 'INR', 50000000, '2024-01-01 00:00:00+00'),
('no_pin_below', 'basic', 'INR', 50000, '2024-01-01 00:00:00+00'),
('per_send', 'basic', NULL, 50000, '2024-01-01 00:00:00+00'),
('day', 'basic', NULL, 100000, '2024-01-01 00:00:00+00'),
('month', 'basic', NULL, 500000, '2024-01-01 00:00:00+00'),
('no_pin_below', 'basic', NULL, 1000, '2024-01-01 00:00:00+00');

GRANT USAGE ON SCHEMA payments TO batua_app;
GRANT SELECT, INSERT ON payments.wallet, payments.payment, payments.request,
payments.destination, payments.key, payments.look_up_guard TO batua_app;
GRANT SELECT ON payments.limit_rule TO batua_app;
-- Locking a row asks for the right to change a column of it.
GRANT UPDATE (opened_at) ON payments.wallet TO batua_app;
GRANT UPDATE (
    status, attempt_id, entry_id, hold_id, failure,
    payer_balance_minor, payee_balance_minor, settled_at
) ON payments.payment TO batua_app;
GRANT UPDATE (status, closed_at, reminded_at) ON payments.request TO batua_app;
GRANT UPDATE (used_at, sealed) ON payments.destination TO batua_app;
GRANT UPDATE (misses) ON payments.look_up_guard TO batua_app;
