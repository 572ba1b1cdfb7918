-- The ledger: accounts, entries, postings and holds in exact double entry, added to, never edited.
CREATE SCHEMA ledger;

-- What an account is for. Written once; the opaque owner is the caller's word.
CREATE TABLE ledger.account_name (
    account_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text NOT NULL CHECK (kind ~ '^[a-z][a-z_]{0,31}$'),
    owner text NOT NULL CHECK (length(owner) BETWEEN 1 AND 255),
    currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    opened_at timestamptz NOT NULL,
    CONSTRAINT account_one_a_name UNIQUE (kind, owner, currency)
);

-- What moves: four counters, the number of postings and the floor. The row is narrow, half of each
-- page is kept free and no changing column is indexed, so that an update stays on its page (HOT).
CREATE TABLE ledger.account (
    id bigint PRIMARY KEY REFERENCES ledger.account_name,
    posted_debits_minor bigint NOT NULL DEFAULT 0,
    posted_credits_minor bigint NOT NULL DEFAULT 0,
    pending_debits_minor bigint NOT NULL DEFAULT 0,
    pending_credits_minor bigint NOT NULL DEFAULT 0,
    floor_minor bigint,
    version bigint NOT NULL DEFAULT 0,
    posted_at timestamptz NOT NULL,
    public_id uuid NOT NULL,
    is_open boolean NOT NULL DEFAULT true,
    currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    CONSTRAINT account_public_id UNIQUE (public_id),
    -- Without a floor (NULL) the comparison is NULL, which a check lets pass.
    CONSTRAINT not_enough_money CHECK (
        posted_credits_minor - posted_debits_minor - pending_debits_minor >= floor_minor
    ),
    CONSTRAINT account_not_empty CHECK (
        is_open OR (
            posted_debits_minor = posted_credits_minor
            AND pending_debits_minor = 0 AND pending_credits_minor = 0
        )
    ),
    CONSTRAINT account_counts_up CHECK (
        posted_debits_minor >= 0 AND posted_credits_minor >= 0
        AND pending_debits_minor >= 0 AND pending_credits_minor >= 0 AND version >= 0
    )
) WITH (
    fillfactor = 50,
    autovacuum_vacuum_scale_factor = 0.02,
    autovacuum_analyze_scale_factor = 0.05
);

-- One movement of money, all or nothing. The id comes from the caller and is the idempotency key.
-- seq is given while the accounts are locked, so it never falls along an account's postings.
CREATE TABLE ledger.entry (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    recorded_at timestamptz NOT NULL,
    effective_at timestamptz,
    id uuid NOT NULL,
    reverses uuid,
    hold_id uuid,
    legs smallint NOT NULL CHECK (legs > 0),
    kind text NOT NULL CHECK (kind ~ '^[a-z][a-z_.]{0,63}$'),
    ref text NOT NULL CHECK (length(ref) <= 255),
    CONSTRAINT entry_id UNIQUE (id)
);

-- Partial, so that an ordinary entry pays nothing for them.
CREATE UNIQUE INDEX already_reversed ON ledger.entry (reverses) WHERE reverses IS NOT NULL;
CREATE UNIQUE INDEX entry_one_a_hold ON ledger.entry (hold_id) WHERE hold_id IS NOT NULL;

-- One side of one leg. The key is the account's statement, its history and its point-in-time
-- balance at once. Leg n has the lines 2n - 2 (debit, below zero) and 2n - 1 (credit, above zero).
-- No foreign keys: the function that writes has just locked the accounts and made the entry.
CREATE TABLE ledger.posting (
    account_id bigint NOT NULL,
    version bigint NOT NULL,
    entry_seq bigint NOT NULL,
    amount_minor bigint NOT NULL,
    balance_after_minor bigint NOT NULL,
    line smallint NOT NULL CHECK (line >= 0),
    CONSTRAINT posting_statement PRIMARY KEY (account_id, version),
    CONSTRAINT posting_debit_then_credit CHECK (
        CASE line % 2 WHEN 0 THEN amount_minor < 0 ELSE amount_minor > 0 END
    )
);

CREATE INDEX posting_entry ON ledger.posting (entry_seq);

-- Money set aside on the debit account until it is posted, voided or expired, once.
CREATE TABLE ledger.hold (
    id uuid PRIMARY KEY,
    debit_id bigint NOT NULL,
    credit_id bigint NOT NULL,
    amount_minor bigint NOT NULL CHECK (amount_minor > 0),
    posted_minor bigint NOT NULL DEFAULT 0,
    held_at timestamptz NOT NULL,
    expires_at timestamptz CHECK (expires_at > held_at),
    resolved_at timestamptz,
    state text NOT NULL DEFAULT 'open',
    kind text NOT NULL CHECK (kind ~ '^[a-z][a-z_.]{0,63}$'),
    ref text NOT NULL CHECK (length(ref) <= 255),
    CHECK (debit_id <> credit_id),
    CHECK (
        CASE state
            WHEN 'open' THEN posted_minor = 0 AND resolved_at IS NULL
            WHEN 'posted' THEN posted_minor BETWEEN 1 AND amount_minor AND resolved_at IS NOT NULL
            WHEN 'voided' THEN posted_minor = 0 AND resolved_at IS NOT NULL
            WHEN 'expired' THEN posted_minor = 0 AND resolved_at >= expires_at
            ELSE false
        END
    )
);

CREATE INDEX hold_due ON ledger.hold (expires_at) WHERE state = 'open';
CREATE INDEX hold_open_debit ON ledger.hold (debit_id) WHERE state = 'open';
CREATE INDEX hold_open_credit ON ledger.hold (credit_id) WHERE state = 'open';
