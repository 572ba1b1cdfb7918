-- Dues at work: by which version of the rules a row was written, what was waived of it, when it is
-- looked at next, and what was told about it.
ALTER TABLE groups.dues_row
ADD COLUMN version int NOT NULL,
ADD COLUMN fine_waived_minor bigint NOT NULL DEFAULT 0 CHECK (fine_waived_minor >= 0),
ADD COLUMN look_on date,
ADD COLUMN told_coming boolean NOT NULL DEFAULT false,
ADD COLUMN told_after boolean NOT NULL DEFAULT false,
ADD COLUMN asked_on date,
ADD COLUMN tried_on date,
ADD CONSTRAINT dues_row_version FOREIGN KEY (group_id, version) REFERENCES groups.constitution;

CREATE INDEX dues_row_to_look ON groups.dues_row (look_on)
WHERE look_on IS NOT NULL AND NOT is_paid;

-- What a contribution paid of a row; never changed.
CREATE TABLE groups.dues_payment (
    transaction_id uuid NOT NULL REFERENCES groups.transaction,
    row_id uuid NOT NULL REFERENCES groups.dues_row,
    dues_minor bigint NOT NULL CHECK (dues_minor >= 0),
    fine_minor bigint NOT NULL CHECK (fine_minor >= 0),
    PRIMARY KEY (transaction_id, row_id),
    CHECK (dues_minor + fine_minor > 0)
);

CREATE INDEX dues_payment_of_row ON groups.dues_payment (row_id);

-- A member lets the dues of a plan be taken from her wallet, up to an amount a time.
CREATE TABLE groups.dues_consent (
    member_id uuid NOT NULL REFERENCES groups.member,
    plan_key text NOT NULL,
    max_minor bigint NOT NULL CHECK (max_minor > 0),
    session uuid NOT NULL,
    given_at timestamptz NOT NULL,
    ended_at timestamptz,
    PRIMARY KEY (member_id, plan_key)
);

GRANT SELECT, INSERT ON groups.dues_payment, groups.dues_consent TO batua_app;
GRANT UPDATE (max_minor, session, given_at, ended_at) ON groups.dues_consent TO batua_app;
GRANT UPDATE (fine_waived_minor, look_on, told_coming, told_after, asked_on, tried_on)
ON groups.dues_row TO batua_app;

-- Groups that have plans already: their dues are written down from today on.
INSERT INTO groups.dues_plan (group_id, key, next_on)
SELECT
    g.id,
    plan.value ->> 'key' AS key,
    current_date AS next_on
FROM groups."group" AS g
INNER JOIN groups.constitution AS c
    ON c.group_id = g.id AND c.version = g.constitution_version
CROSS JOIN LATERAL jsonb_array_elements(c.document -> 'dues') AS plan
WHERE g.dissolved_at IS NULL
ON CONFLICT DO NOTHING;
