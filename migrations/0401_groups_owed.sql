-- What members owe: dues in a rhythm, and loans with their instalments.

-- Up to which day the dues of a plan were written down for everybody.
CREATE TABLE groups.dues_plan (
    group_id uuid NOT NULL REFERENCES groups."group",
    key text NOT NULL CHECK (key ~ '^[a-z][a-z0-9_]{0,31}$'),
    next_on date,
    PRIMARY KEY (group_id, key)
);

CREATE INDEX dues_plan_next ON groups.dues_plan (next_on) WHERE next_on IS NOT NULL;

-- What one member owes for one day of one plan.
CREATE TABLE groups.dues_row (
    id uuid PRIMARY KEY,
    group_id uuid NOT NULL,
    plan_key text NOT NULL,
    member_id uuid NOT NULL REFERENCES groups.member,
    due_on date NOT NULL,
    due_minor bigint NOT NULL CHECK (due_minor > 0),
    fine_minor bigint NOT NULL DEFAULT 0 CHECK (fine_minor >= 0),
    paid_minor bigint NOT NULL DEFAULT 0 CHECK (paid_minor BETWEEN 0 AND due_minor),
    fine_paid_minor bigint NOT NULL DEFAULT 0 CHECK (fine_paid_minor BETWEEN 0 AND fine_minor),
    is_paid boolean NOT NULL
    GENERATED ALWAYS AS (paid_minor = due_minor AND fine_paid_minor = fine_minor) STORED,
    CONSTRAINT dues_row_once UNIQUE (member_id, plan_key, due_on),
    FOREIGN KEY (group_id, plan_key) REFERENCES groups.dues_plan
);

CREATE INDEX dues_row_open ON groups.dues_row (group_id, due_on) WHERE NOT is_paid;
CREATE INDEX dues_row_of_day ON groups.dues_row (group_id, plan_key, due_on);

-- A loan of a pot to a member. Its terms are copied from the product of the version it was asked by.
CREATE TABLE groups.loan (
    id uuid PRIMARY KEY,
    group_id uuid NOT NULL,
    member_id uuid NOT NULL REFERENCES groups.member,
    product_key text NOT NULL,
    constitution_version int NOT NULL,
    status text NOT NULL CHECK (
        status IN (
            'asked', 'voting', 'approved', 'active', 'closed', 'rejected', 'cancelled',
            'written_off'
        )
    ),
    purpose text NOT NULL CHECK (length(purpose) <= 500),
    principal_minor bigint NOT NULL CHECK (principal_minor > 0),
    interest text NOT NULL CHECK (interest IN ('flat', 'reducing', 'equal_principal')),
    rate_bps int NOT NULL CHECK (rate_bps BETWEEN 0 AND 5000),
    period text NOT NULL CHECK (period IN ('week', 'month')),
    count int NOT NULL CHECK (count BETWEEN 1 AND 260),
    grace text NOT NULL CHECK (grace IN ('none', 'principal', 'all')),
    grace_count int NOT NULL CHECK (grace_count >= 0 AND grace_count < count),
    fee_minor bigint NOT NULL CHECK (fee_minor >= 0),
    first_due_on date,
    proposal_id uuid REFERENCES groups.proposal,
    outstanding_minor bigint NOT NULL DEFAULT 0 CHECK (
        outstanding_minor BETWEEN 0 AND principal_minor
    ),
    asked_at timestamptz NOT NULL,
    disbursed_at timestamptz,
    ended_at timestamptz,
    FOREIGN KEY (group_id, constitution_version) REFERENCES groups.constitution,
    CHECK ((status IN ('active', 'closed', 'written_off')) = (disbursed_at IS NOT NULL)),
    CHECK ((disbursed_at IS NULL) OR first_due_on IS NOT NULL),
    CHECK (
        (status IN ('closed', 'rejected', 'cancelled', 'written_off')) = (ended_at IS NOT NULL)
    ),
    CHECK (status <> 'closed' OR outstanding_minor = 0),
    CHECK (status NOT IN ('voting', 'approved', 'active') OR proposal_id IS NOT NULL)
);

CREATE INDEX loan_of_group ON groups.loan (group_id, asked_at DESC, id DESC);
CREATE INDEX loan_of_member ON groups.loan (member_id, asked_at DESC);
CREATE INDEX loan_active ON groups.loan (group_id) WHERE status = 'active';
CREATE UNIQUE INDEX loan_one_a_proposal ON groups.loan (proposal_id)
WHERE proposal_id IS NOT NULL;

ALTER TABLE groups.transaction
ADD CONSTRAINT transaction_loan FOREIGN KEY (loan_id) REFERENCES groups.loan,
ADD CONSTRAINT transaction_of_a_loan CHECK (
    kind NOT IN ('disbursement', 'repayment', 'offset') OR loan_id IS NOT NULL
);

-- An instalment. Those that a new schedule took the place of stay, and count no longer.
CREATE TABLE groups.loan_row (
    loan_id uuid NOT NULL REFERENCES groups.loan,
    n int NOT NULL CHECK (n > 0),
    due_on date NOT NULL,
    fine_minor bigint NOT NULL DEFAULT 0,
    fee_minor bigint NOT NULL DEFAULT 0,
    interest_minor bigint NOT NULL DEFAULT 0,
    principal_minor bigint NOT NULL DEFAULT 0,
    fine_paid_minor bigint NOT NULL DEFAULT 0 CHECK (fine_paid_minor BETWEEN 0 AND fine_minor),
    fee_paid_minor bigint NOT NULL DEFAULT 0 CHECK (fee_paid_minor BETWEEN 0 AND fee_minor),
    interest_paid_minor bigint NOT NULL DEFAULT 0 CHECK (
        interest_paid_minor BETWEEN 0 AND interest_minor
    ),
    principal_paid_minor bigint NOT NULL DEFAULT 0 CHECK (
        principal_paid_minor BETWEEN 0 AND principal_minor
    ),
    is_current boolean NOT NULL DEFAULT true,
    is_paid boolean NOT NULL GENERATED ALWAYS AS (
        fine_paid_minor = fine_minor AND fee_paid_minor = fee_minor
        AND interest_paid_minor = interest_minor AND principal_paid_minor = principal_minor
    ) STORED,
    PRIMARY KEY (loan_id, n)
);

CREATE INDEX loan_row_open ON groups.loan_row (due_on) WHERE is_current AND NOT is_paid;

-- Who answers for a loan, and what she said.
CREATE TABLE groups.guarantee (
    loan_id uuid NOT NULL REFERENCES groups.loan,
    member_id uuid NOT NULL REFERENCES groups.member,
    status text NOT NULL CHECK (
        status IN ('asked', 'agreed', 'declined', 'released', 'called')
    ),
    asked_at timestamptz NOT NULL,
    answered_at timestamptz,
    ended_at timestamptz,
    PRIMARY KEY (loan_id, member_id),
    CHECK (status NOT IN ('agreed', 'declined', 'called') OR answered_at IS NOT NULL),
    CHECK ((status IN ('released', 'called')) = (ended_at IS NOT NULL))
);

CREATE INDEX guarantee_of_member ON groups.guarantee (member_id, status);

-- What one repayment paid of a loan; never changed.
CREATE TABLE groups.repayment (
    transaction_id uuid PRIMARY KEY REFERENCES groups.transaction,
    loan_id uuid NOT NULL REFERENCES groups.loan,
    fine_minor bigint NOT NULL CHECK (fine_minor >= 0),
    fee_minor bigint NOT NULL CHECK (fee_minor >= 0),
    interest_minor bigint NOT NULL CHECK (interest_minor >= 0),
    principal_minor bigint NOT NULL CHECK (principal_minor >= 0),
    portions jsonb NOT NULL,
    paid_at timestamptz NOT NULL,
    CHECK (fine_minor + fee_minor + interest_minor + principal_minor > 0)
);

CREATE INDEX repayment_of_loan ON groups.repayment (loan_id, paid_at);

-- A step about an unpaid instalment: taken once, whoever takes it and however often.
CREATE TABLE groups.escalation_step (
    loan_id uuid NOT NULL,
    row_n int NOT NULL,
    step_n int NOT NULL CHECK (step_n >= 0),
    channel text NOT NULL CHECK (channel IN ('app', 'email', 'sms', 'whatsapp', 'call')),
    taken_at timestamptz NOT NULL,
    PRIMARY KEY (loan_id, row_n, step_n),
    FOREIGN KEY (loan_id, row_n) REFERENCES groups.loan_row
);

GRANT SELECT, INSERT ON groups.dues_plan, groups.dues_row, groups.loan, groups.loan_row,
groups.guarantee, groups.repayment, groups.escalation_step TO batua_app;
GRANT UPDATE (next_on) ON groups.dues_plan TO batua_app;
GRANT UPDATE (fine_minor, paid_minor, fine_paid_minor) ON groups.dues_row TO batua_app;
GRANT UPDATE (status, first_due_on, proposal_id, outstanding_minor, disbursed_at, ended_at)
ON groups.loan TO batua_app;
GRANT UPDATE (
    fine_minor, fee_minor, interest_minor, principal_minor, fine_paid_minor, fee_paid_minor,
    interest_paid_minor, principal_paid_minor, is_current
) ON groups.loan_row TO batua_app;
GRANT UPDATE (status, answered_at, ended_at) ON groups.guarantee TO batua_app;
