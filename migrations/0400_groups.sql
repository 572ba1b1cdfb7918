-- Groups: who belongs, the rules they gave themselves, and what they decide together.
CREATE SCHEMA groups;

-- A group and its pot, an account of the ledger. The roll counts up with every voice that comes or
-- goes; whoever changes it holds this row.
CREATE TABLE groups."group" (
    id uuid PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('simple_pot', 'savings_group', 'event_fund')),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    purpose text NOT NULL CHECK (length(purpose) <= 500),
    picture_key text,
    currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    is_women_only boolean NOT NULL,
    pot uuid NOT NULL CONSTRAINT group_one_a_pot UNIQUE,
    roll int NOT NULL DEFAULT 0 CHECK (roll >= 0),
    members int NOT NULL DEFAULT 0 CHECK (members >= 0),
    constitution_version int NOT NULL DEFAULT 1 CHECK (constitution_version > 0),
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL,
    dissolved_at timestamptz
);

-- Every version of a group's rules; the document is the typed one of the code.
CREATE TABLE groups.constitution (
    group_id uuid NOT NULL REFERENCES groups."group",
    version int NOT NULL CHECK (version > 0),
    document jsonb NOT NULL,
    proposal_id uuid,
    made_by uuid NOT NULL,
    made_at timestamptz NOT NULL,
    PRIMARY KEY (group_id, version),
    -- The first is the founder's; a later one was voted on, or is hers while she is alone.
    CHECK (version > 1 OR proposal_id IS NULL)
);

-- How people are asked to come in. Of a link only the hash of its secret is kept.
CREATE TABLE groups.invite (
    id uuid PRIMARY KEY,
    group_id uuid NOT NULL REFERENCES groups."group",
    kind text NOT NULL CHECK (kind IN ('link', 'person')),
    secret_hash bytea CONSTRAINT invite_secret UNIQUE CHECK (length(secret_hash) = 32),
    person uuid,
    role text NOT NULL CHECK (role IN ('member', 'viewer')),
    max_uses int NOT NULL CHECK (max_uses BETWEEN 1 AND 10000),
    used int NOT NULL DEFAULT 0 CHECK (used BETWEEN 0 AND max_uses),
    made_by uuid NOT NULL,
    made_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL CHECK (expires_at > made_at),
    cancelled_at timestamptz,
    CHECK ((kind = 'link') = (secret_hash IS NOT NULL)),
    CHECK ((kind = 'person') = (person IS NOT NULL))
);

CREATE INDEX invite_of_group ON groups.invite (group_id, made_at DESC, id DESC);
CREATE INDEX invite_of_person ON groups.invite (person) WHERE person IS NOT NULL;

-- A membership. Whoever leaves and comes back has another one.
CREATE TABLE groups.member (
    id uuid PRIMARY KEY,
    group_id uuid NOT NULL REFERENCES groups."group",
    person uuid NOT NULL,
    role text NOT NULL CHECK (role IN ('chair', 'treasurer', 'secretary', 'member', 'viewer')),
    status text NOT NULL CHECK (
        status IN ('asked', 'active', 'declined', 'withdrawn', 'left', 'removed')
    ),
    invite_id uuid REFERENCES groups.invite,
    voice_since int,
    voice_until int CHECK (voice_until > voice_since),
    saved_minor bigint NOT NULL DEFAULT 0 CHECK (saved_minor >= 0),
    pays_dues_itself boolean NOT NULL DEFAULT false,
    asked_at timestamptz NOT NULL,
    joined_at timestamptz,
    ended_at timestamptz,
    CHECK ((status IN ('asked', 'active')) = (ended_at IS NULL)),
    CHECK ((status IN ('active', 'left', 'removed')) = (joined_at IS NOT NULL)),
    -- Who has a voice now is active, and no viewer.
    CHECK (
        (status = 'active' AND role <> 'viewer')
        = (voice_since IS NOT NULL AND voice_until IS NULL)
    )
);

CREATE UNIQUE INDEX already_member ON groups.member (group_id, person)
WHERE status IN ('asked', 'active');
CREATE INDEX member_of_person ON groups.member (person, joined_at DESC)
WHERE status IN ('asked', 'active');
CREATE INDEX member_of_group ON groups.member (group_id, status, joined_at, id);
CREATE INDEX member_voices ON groups.member (group_id, voice_since)
WHERE voice_since IS NOT NULL AND voice_until IS NULL;

-- A question and what became of it. The tally is that of the ballots, counted with this row held.
CREATE TABLE groups.proposal (
    id uuid PRIMARY KEY,
    group_id uuid NOT NULL REFERENCES groups."group",
    kind text NOT NULL CHECK (
        kind IN (
            'withdraw', 'loan', 'constitution', 'admit', 'remove', 'roles', 'restructure',
            'offset', 'call_guarantors', 'write_off', 'dissolve'
        )
    ),
    status text NOT NULL CHECK (
        status IN (
            'open', 'approved', 'rejected', 'expired', 'withdrawn', 'executing', 'executed',
            'failed', 'lapsed'
        )
    ),
    version int NOT NULL DEFAULT 1 CHECK (version > 0),
    asker uuid NOT NULL,
    interested uuid,
    reason text NOT NULL CHECK (length(reason) <= 1000),
    amount_minor bigint CHECK (amount_minor > 0),
    payee uuid,
    subject uuid,
    document jsonb NOT NULL DEFAULT '{}',
    constitution_version int NOT NULL,
    roll int NOT NULL,
    percent int NOT NULL CHECK (percent BETWEEN 51 AND 100),
    electors int NOT NULL CHECK (electors > 0),
    needed int NOT NULL CHECK (needed * 100 >= percent * electors AND needed <= electors),
    yes int NOT NULL DEFAULT 0 CHECK (yes >= 0),
    no int NOT NULL DEFAULT 0 CHECK (no >= 0),
    abstain int NOT NULL DEFAULT 0 CHECK (abstain >= 0),
    gone int NOT NULL DEFAULT 0 CHECK (gone >= 0),
    opened_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL CHECK (expires_at > opened_at),
    decided_at timestamptz,
    lapses_at timestamptz,
    executed_at timestamptz,
    hold_id uuid,
    entry_id uuid,
    failure text,
    FOREIGN KEY (group_id, constitution_version) REFERENCES groups.constitution,
    CHECK (yes + no + abstain + gone <= electors),
    CHECK ((status = 'open') = (decided_at IS NULL)),
    -- What no electorate agreed to is never approved, and what it agreed to never turned down.
    CHECK (
        status NOT IN ('approved', 'executing', 'executed', 'failed', 'lapsed') OR yes >= needed
    ),
    CHECK (status NOT IN ('rejected', 'expired') OR yes < needed),
    CHECK ((status = 'executed') = (executed_at IS NOT NULL)),
    CHECK (status <> 'failed' OR failure IS NOT NULL),
    CHECK ((kind = 'withdraw') = (payee IS NOT NULL)),
    CHECK (kind <> 'withdraw' OR amount_minor IS NOT NULL),
    -- Whom the money goes to, and whose membership it is, has no vote.
    CHECK (kind <> 'withdraw' OR interested = payee),
    CHECK (kind NOT IN ('admit', 'remove') OR (subject IS NOT NULL AND interested IS NOT NULL)),
    CHECK (kind <> 'withdraw' OR status <> 'executed' OR entry_id = id)
);

CREATE INDEX proposal_of_group ON groups.proposal (group_id, opened_at DESC, id DESC);
CREATE INDEX proposal_open ON groups.proposal (group_id) WHERE status = 'open';
CREATE INDEX proposal_out_of_time ON groups.proposal (expires_at) WHERE status = 'open';
CREATE INDEX proposal_to_do ON groups.proposal (lapses_at)
WHERE status IN ('approved', 'executing', 'failed');

-- What an elector says in one version of a proposal. Those of older versions are kept as they were.
CREATE TABLE groups.ballot (
    proposal_id uuid NOT NULL REFERENCES groups.proposal,
    version int NOT NULL,
    member_id uuid NOT NULL REFERENCES groups.member,
    choice text NOT NULL CHECK (choice IN ('yes', 'no', 'abstain')),
    cast_by uuid NOT NULL REFERENCES groups.member,
    reason text NOT NULL CHECK (length(reason) <= 280),
    cast_at timestamptz NOT NULL,
    PRIMARY KEY (proposal_id, version, member_id)
);

CREATE INDEX ballot_of_member ON groups.ballot (member_id, proposal_id);

-- A vote that one member gives another for a while.
CREATE TABLE groups.delegation (
    id uuid PRIMARY KEY,
    group_id uuid NOT NULL REFERENCES groups."group",
    giver uuid NOT NULL REFERENCES groups.member,
    taker uuid NOT NULL REFERENCES groups.member,
    since timestamptz NOT NULL,
    until timestamptz NOT NULL CHECK (until > since),
    ended_at timestamptz,
    CHECK (giver <> taker)
);

CREATE UNIQUE INDEX delegation_one_a_giver ON groups.delegation (giver) WHERE ended_at IS NULL;
CREATE INDEX delegation_of_taker ON groups.delegation (taker) WHERE ended_at IS NULL;

-- What went into a pot or out of it; below zero when out. Newest first it is the statement.
CREATE TABLE groups.transaction (
    id uuid PRIMARY KEY,
    group_id uuid NOT NULL REFERENCES groups."group",
    kind text NOT NULL CHECK (
        kind IN (
            'contribution', 'payout', 'disbursement', 'repayment', 'offset', 'share'
        )
    ),
    status text NOT NULL CHECK (
        status IN ('pending', 'succeeded', 'failed', 'expired', 'unknown')
    ),
    member_id uuid NOT NULL REFERENCES groups.member,
    amount_minor bigint NOT NULL CHECK (amount_minor <> 0),
    note text NOT NULL CHECK (length(note) <= 200),
    proposal_id uuid REFERENCES groups.proposal,
    loan_id uuid,
    attempt_id uuid,
    entry_id uuid,
    failure text,
    balance_minor bigint CHECK (balance_minor >= 0),
    created_at timestamptz NOT NULL,
    settled_at timestamptz,
    CHECK ((amount_minor > 0) = (kind IN ('contribution', 'repayment'))),
    CHECK ((status = 'succeeded') = (entry_id IS NOT NULL)),
    CHECK ((status = 'succeeded') = (balance_minor IS NOT NULL)),
    CHECK ((settled_at IS NULL) = (status IN ('pending', 'unknown'))),
    CHECK (kind NOT IN ('payout', 'disbursement', 'share') OR proposal_id IS NOT NULL)
);

CREATE INDEX transaction_of_group ON groups.transaction (group_id, created_at DESC, id DESC);
CREATE INDEX transaction_of_member ON groups.transaction (member_id, created_at DESC, id DESC);
CREATE UNIQUE INDEX transaction_one_an_attempt ON groups.transaction (attempt_id)
WHERE attempt_id IS NOT NULL;
-- A payout has the id of its proposal, so each is made once.
CREATE UNIQUE INDEX already_paid_out ON groups.transaction (proposal_id)
WHERE kind = 'payout';

-- A file that proves a transaction; the bytes lie in the store of files.
CREATE TABLE groups.receipt (
    id uuid PRIMARY KEY,
    group_id uuid NOT NULL REFERENCES groups."group",
    transaction_id uuid NOT NULL REFERENCES groups.transaction,
    file_key text NOT NULL CONSTRAINT receipt_one_a_file UNIQUE,
    media_type text NOT NULL CHECK (
        media_type IN ('image/jpeg', 'image/webp', 'application/pdf')
    ),
    bytes int NOT NULL CHECK (bytes BETWEEN 1 AND 10485760),
    sha256 bytea NOT NULL CHECK (length(sha256) = 32),
    added_by uuid NOT NULL,
    added_at timestamptz NOT NULL,
    removed_at timestamptz
);

CREATE INDEX receipt_of_transaction ON groups.receipt (transaction_id) WHERE removed_at IS NULL;

-- What was done in a group, by whom, when and in which session; read, never changed.
CREATE TABLE groups.log (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    group_id uuid NOT NULL REFERENCES groups."group",
    at timestamptz NOT NULL,
    actor uuid,
    session uuid,
    act text NOT NULL CHECK (act ~ '^[a-z]+(_[a-z]+)*$'),
    subject uuid NOT NULL,
    data jsonb NOT NULL DEFAULT '{}'
);

CREATE INDEX log_of_group ON groups.log (group_id, id DESC);

-- What a person's Idempotency-Key was used for; kept for ever, beside the money it moved.
CREATE TABLE groups.key (
    person uuid NOT NULL,
    key text NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
    request_hash bytea NOT NULL CHECK (length(request_hash) = 16),
    result uuid NOT NULL,
    PRIMARY KEY (person, key)
);

GRANT USAGE ON SCHEMA groups TO batua_app;
GRANT SELECT, INSERT ON groups."group", groups.constitution, groups.invite, groups.member,
groups.proposal, groups.ballot, groups.delegation, groups.transaction, groups.receipt, groups.log,
groups.key TO batua_app;
GRANT UPDATE (
    name, purpose, picture_key, roll, members, constitution_version, dissolved_at
) ON groups."group" TO batua_app;
GRANT UPDATE (used, cancelled_at) ON groups.invite TO batua_app;
GRANT UPDATE (
    role, status, voice_since, voice_until, saved_minor, pays_dues_itself, joined_at, ended_at
) ON groups.member TO batua_app;
GRANT UPDATE (
    status, version, interested, amount_minor, payee, roll, electors, needed, percent,
    constitution_version, yes, no, abstain, gone, opened_at, expires_at, decided_at, lapses_at,
    executed_at, hold_id, entry_id, failure
) ON groups.proposal TO batua_app;
GRANT UPDATE (choice, cast_by, reason, cast_at) ON groups.ballot TO batua_app;
GRANT UPDATE (ended_at) ON groups.delegation TO batua_app;
GRANT UPDATE (status, entry_id, failure, balance_minor, settled_at)
ON groups.transaction TO batua_app;
GRANT UPDATE (removed_at) ON groups.receipt TO batua_app;
