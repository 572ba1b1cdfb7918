-- Bulk payments: one order of a person for many payments, made part by part.
-- `totals` holds minor units by currency. What became of a batch is told by its parts.
CREATE TABLE payments.batch (
    id uuid PRIMARY KEY,
    person uuid NOT NULL,
    mode text NOT NULL CHECK (mode IN ('all', 'each')),
    name text NOT NULL CHECK (length(name) <= 100),
    items integer NOT NULL CHECK (items > 0),
    totals jsonb NOT NULL,
    has_pin boolean NOT NULL,
    begun_at timestamptz NOT NULL
);

CREATE INDEX batch_by_person ON payments.batch (person, begun_at DESC, id DESC);

-- Some lines of a batch in their order: what each one orders, and, once `done_at` is set, what
-- became of it. A part is made in one transaction, so it is done wholly or not at all.
-- `refusals` names the lines that are refused; those refused before the batch began are there from
-- the start. Arrays, because a row for each line would double the cost of a payment.
CREATE TABLE payments.batch_part (
    batch uuid NOT NULL REFERENCES payments.batch (id),
    part integer NOT NULL,
    first_line integer NOT NULL,
    payees uuid [] NOT NULL,
    currencies text [] NOT NULL,
    amounts_minor bigint [] NOT NULL,
    notes text [] NOT NULL,
    refusals jsonb NOT NULL,
    payments uuid [],
    sent integer CHECK (sent >= 0),
    sent_totals jsonb,
    done_at timestamptz,
    PRIMARY KEY (batch, part),
    CHECK ((done_at IS NULL) = (payments IS NULL)),
    CHECK ((done_at IS NULL) = (sent IS NULL)),
    CHECK ((done_at IS NULL) = (sent_totals IS NULL))
);

-- Recipients of files whom nobody was found for: the guard against probing who has a wallet.
CREATE TABLE payments.file_miss (
    person uuid NOT NULL,
    recipient bytea NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (person, recipient)
);

GRANT SELECT, INSERT ON payments.batch, payments.batch_part TO batua_app;
GRANT UPDATE (refusals, payments, sent, sent_totals, done_at) ON payments.batch_part TO batua_app;
GRANT SELECT, INSERT, DELETE ON payments.file_miss TO batua_app;
