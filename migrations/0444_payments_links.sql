-- Payment links: money from people without an account, through a provider's checkout.
ALTER TABLE payments.payment
DROP CONSTRAINT payment_kind_check,
ADD CONSTRAINT payment_kind_check CHECK (
    kind IN ('send', 'request', 'top_up', 'withdrawal', 'refund', 'pot_in', 'pot_out', 'link')
) NOT VALID,
ADD CONSTRAINT payment_by_link CHECK (
    kind <> 'link' OR (payer IS NULL AND payee IS NOT NULL AND attempt_id IS NOT NULL)
) NOT VALID;

ALTER TABLE payments.payment VALIDATE CONSTRAINT payment_kind_check;
ALTER TABLE payments.payment VALIDATE CONSTRAINT payment_by_link;

-- What somebody asks for by a link; least = most for an amount that is fixed.
CREATE TABLE payments.payment_link (
    id uuid PRIMARY KEY,
    person uuid NOT NULL,
    currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    least_minor bigint NOT NULL CHECK (least_minor > 0),
    most_minor bigint NOT NULL CHECK (most_minor >= least_minor),
    note text NOT NULL CHECK (length(note) <= 200),
    is_once boolean NOT NULL,
    secret_hash bytea NOT NULL CONSTRAINT payment_link_secret UNIQUE,
    sealed bytea NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL CHECK (expires_at > created_at),
    cancelled_at timestamptz,
    paid_count integer NOT NULL DEFAULT 0 CHECK (paid_count >= 0),
    received_minor bigint NOT NULL DEFAULT 0 CHECK (received_minor >= 0),
    CHECK ((paid_count = 0) = (received_minor = 0))
);

COMMENT ON COLUMN payments.payment_link.sealed IS
'the secret for its owner to see again, purpose payments.payment_link';

CREATE INDEX payment_link_by_person ON payments.payment_link (person, created_at DESC, id DESC);

-- A checkout that somebody began by a link. When its money comes, it is a payment of the same id.
CREATE TABLE payments.link_checkout (
    id uuid PRIMARY KEY,
    link_id uuid NOT NULL REFERENCES payments.payment_link (id),
    amount_minor bigint NOT NULL CHECK (amount_minor > 0),
    attempt_id uuid NOT NULL CONSTRAINT link_checkout_one_an_attempt UNIQUE,
    status text NOT NULL CHECK (
        status IN ('pending', 'succeeded', 'failed', 'expired', 'unknown')
    ),
    failure text,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    settled_at timestamptz,
    CHECK ((settled_at IS NULL) = (status IN ('pending', 'unknown')))
);

CREATE INDEX link_checkout_open ON payments.link_checkout (link_id, expires_at)
WHERE status IN ('pending', 'unknown');
CREATE INDEX link_checkout_paid ON payments.link_checkout (link_id, created_at DESC, id DESC)
WHERE status = 'succeeded';

-- What an Idempotency-Key of somebody without an account was used for: `person` is the link.
CREATE TABLE payments.link_key (
    person uuid NOT NULL,
    key text NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
    request_hash bytea NOT NULL,
    result uuid NOT NULL,
    PRIMARY KEY (person, key)
);

GRANT SELECT, INSERT ON payments.payment_link, payments.link_checkout, payments.link_key
TO batua_app;
GRANT UPDATE (cancelled_at, paid_count, received_minor, sealed) ON payments.payment_link
TO batua_app;
GRANT UPDATE (attempt_id, status, failure, settled_at) ON payments.link_checkout TO batua_app;
