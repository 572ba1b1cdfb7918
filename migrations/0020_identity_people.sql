-- Identity: people, what proves who they are, and the devices and sessions they use.
CREATE SCHEMA identity;

-- Personal fields are sealed; `*_index` are keyed blind indexes over the same values.
CREATE TABLE identity.person (
    id uuid PRIMARY KEY,
    name bytea NOT NULL,
    phone bytea NOT NULL,
    phone_index bytea NOT NULL CONSTRAINT phone_taken UNIQUE,
    email bytea,
    email_index bytea,
    handle text UNIQUE,
    language text NOT NULL,
    time_zone text NOT NULL,
    photo_key text,
    roles text [] NOT NULL CHECK (cardinality(roles) > 0),
    created_at timestamptz NOT NULL,
    recovered_at timestamptz,
    CHECK ((email IS NULL) = (email_index IS NULL))
);

-- An e-mail is not unique: a family may share one, and a refusal would tell who is registered.
CREATE INDEX person_by_email ON identity.person (email_index, created_at, id)
WHERE email_index IS NOT NULL;

-- A handle stays with its first person for ever, so that a printed QR never pays a stranger.
CREATE TABLE identity.handle (
    handle text CONSTRAINT handle_taken PRIMARY KEY
    CHECK (handle ~ '^[a-z0-9][a-z0-9._-]{2,29}@batua$'),
    person_id uuid NOT NULL REFERENCES identity.person (id),
    taken_at timestamptz NOT NULL
);

CREATE INDEX handle_by_person ON identity.handle (person_id);

ALTER TABLE identity.person
ADD FOREIGN KEY (handle) REFERENCES identity.handle (handle);

-- What proves who somebody is. A passkey is a row of its own kind: its credential id is `key_id`
-- and its public key and counter are the sealed `secret`.
CREATE TABLE identity.credential (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES identity.person (id),
    kind text NOT NULL CHECK (kind IN ('password', 'passkey')),
    key_id bytea UNIQUE,
    secret bytea NOT NULL,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    CHECK ((kind = 'passkey') = (key_id IS NOT NULL))
);

CREATE UNIQUE INDEX one_password ON identity.credential (person_id) WHERE kind = 'password';
CREATE INDEX credential_by_person ON identity.credential (person_id);

-- `version` rises with each change, which ends the step-up tokens that the older PIN gave.
CREATE TABLE identity.pin (
    person_id uuid PRIMARY KEY REFERENCES identity.person (id),
    secret bytea NOT NULL,
    version integer NOT NULL DEFAULT 1,
    wrong_in_row integer NOT NULL DEFAULT 0 CHECK (wrong_in_row >= 0),
    locks_in_row integer NOT NULL DEFAULT 0 CHECK (locks_in_row >= 0),
    locked_until timestamptz,
    changed_at timestamptz NOT NULL
);

-- A code on its way. A decoy (nobody has that phone) differs only in a hash that no code has.
CREATE TABLE identity.challenge (
    id uuid PRIMARY KEY,
    token_hash bytea NOT NULL UNIQUE,
    purpose text NOT NULL CHECK (purpose IN ('register', 'sign_in', 'recover', 'pin')),
    target bytea NOT NULL,
    person_id uuid REFERENCES identity.person (id),
    draft bytea NOT NULL,
    code_hash bytea NOT NULL,
    tries smallint NOT NULL DEFAULT 0,
    is_void boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL,
    sent_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    closed_at timestamptz,
    ticket_hash bytea UNIQUE,
    ticket_expires_at timestamptz,
    ticket_used_at timestamptz
);

CREATE UNIQUE INDEX one_code_in_use ON identity.challenge (target, purpose)
WHERE closed_at IS NULL;
CREATE INDEX challenge_by_person ON identity.challenge (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX challenge_by_age ON identity.challenge (created_at);

CREATE TABLE identity.device (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES identity.person (id),
    name bytea NOT NULL,
    token_hash bytea NOT NULL UNIQUE,
    created_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    revoked_at timestamptz
);

CREATE INDEX device_by_person ON identity.device (person_id) WHERE revoked_at IS NULL;

-- `generation` counts the rotations of the refresh token; `rotated_at` is the time of the last.
CREATE TABLE identity.session (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES identity.person (id),
    device_id uuid NOT NULL REFERENCES identity.device (id),
    generation integer NOT NULL DEFAULT 1,
    rotated_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    last_used_at timestamptz NOT NULL,
    idle_until timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    ended_at timestamptz,
    end_reason text,
    CHECK ((ended_at IS NULL) = (end_reason IS NULL))
);

CREATE INDEX session_by_person ON identity.session (person_id) WHERE ended_at IS NULL;
CREATE INDEX session_by_device ON identity.session (device_id);
CREATE INDEX session_by_end ON identity.session (idle_until);

CREATE TABLE identity.refresh_token (
    hash bytea PRIMARY KEY,
    session_id uuid NOT NULL REFERENCES identity.session (id) ON DELETE CASCADE,
    generation integer NOT NULL,
    created_at timestamptz NOT NULL
);

CREATE INDEX refresh_token_by_session ON identity.refresh_token (session_id);
CREATE INDEX refresh_token_by_age ON identity.refresh_token (created_at);

-- How far somebody has used up what is allowed: the time at which all of it is free again.
CREATE TABLE identity.pace (
    kind text NOT NULL,
    subject bytea NOT NULL,
    free_at timestamptz NOT NULL,
    PRIMARY KEY (kind, subject)
);

CREATE INDEX pace_by_age ON identity.pace (free_at);

GRANT USAGE ON SCHEMA identity TO batua_app;
GRANT SELECT, INSERT, UPDATE ON identity.person, identity.credential, identity.pin,
identity.device, identity.session, identity.challenge, identity.pace TO batua_app;
GRANT SELECT, INSERT ON identity.handle, identity.refresh_token TO batua_app;
-- People stay; what is spent is swept.
GRANT DELETE ON identity.challenge, identity.session, identity.refresh_token,
identity.pace TO batua_app;
