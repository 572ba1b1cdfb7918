-- Who asked to be verified, who confirmed it, how, when and until when. What proved it is not kept.
CREATE SCHEMA kyc;

CREATE TABLE kyc.verification (
    id uuid PRIMARY KEY,
    person uuid NOT NULL,
    claim text NOT NULL CHECK (claim ~ '^[a-z]+(_[a-z]+)*$'),
    way text NOT NULL CHECK (way ~ '^[a-z]+(_[a-z]+)*$'),
    state text NOT NULL CHECK (
        state IN ('asked', 'confirmed', 'declined', 'withdrawn', 'taken_back', 'expired')
    ),
    asked_at timestamptz NOT NULL,
    confirmed_at timestamptz,
    confirmed_by uuid,
    how text CHECK (how ~ '^[a-z]+(_[a-z]+)*$'),
    until timestamptz,
    ended_at timestamptz,
    ended_by uuid,
    reason text CHECK (reason ~ '^[a-z]+(_[a-z]+)*$'),
    CHECK ((confirmed_at IS NULL) = (how IS NULL)),
    CHECK (confirmed_at IS NOT NULL OR (confirmed_by IS NULL AND until IS NULL)),
    CHECK (until > confirmed_at),
    CHECK ((state IN ('asked', 'confirmed')) = (ended_at IS NULL)),
    CHECK (ended_at IS NOT NULL OR ended_by IS NULL),
    CHECK (state NOT IN ('asked', 'declined') OR confirmed_at IS NULL),
    CHECK (state NOT IN ('confirmed', 'withdrawn', 'expired') OR confirmed_at IS NOT NULL),
    CHECK ((state IN ('declined', 'withdrawn')) = (reason IS NOT NULL)),
    CHECK (confirmed_by <> person)
);

COMMENT ON COLUMN kyc.verification.confirmed_by IS
'an officer; with a time and without a person it was the house itself';

-- One a person and claim that is open or good.
CREATE UNIQUE INDEX already_asked ON kyc.verification (person, claim)
WHERE state IN ('asked', 'confirmed');
CREATE INDEX verification_waiting ON kyc.verification (asked_at, id) WHERE state = 'asked';
CREATE INDEX verification_of_person ON kyc.verification (person, asked_at DESC, id DESC);

-- What was done and who looked; read, never changed.
CREATE TABLE kyc.log (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL,
    actor uuid,
    session uuid,
    act text NOT NULL CHECK (act ~ '^[a-z]+(_[a-z]+)*$'),
    subject uuid
);
