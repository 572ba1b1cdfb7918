-- Notifications: what leaves the house by e-mail, text message, WhatsApp or call, and how people wish it.

-- One thing told to one person through one channel. Words and address are fixed and sealed with the
-- first try, so that every try of a reference says the same, and erased at the end.
CREATE TABLE notifications.dispatch (
    id uuid PRIMARY KEY,
    cause text NOT NULL CHECK (length(cause) <= 200),
    channel text NOT NULL CHECK (channel IN ('email', 'sms', 'whatsapp', 'call')),
    person uuid NOT NULL,
    kind text NOT NULL,
    matter uuid NOT NULL,
    part integer NOT NULL,
    reference uuid NOT NULL CONSTRAINT dispatch_reference UNIQUE,
    state text NOT NULL DEFAULT 'queued' CHECK (
        state IN ('queued', 'sent', 'delivered', 'failed', 'cancelled')
    ),
    due_at timestamptz NOT NULL,
    tries integer NOT NULL DEFAULT 0 CHECK (tries >= 0),
    sealed bytea,
    masked_to text,
    to_index bytea CHECK (length(to_index) = 32),
    provider_ref text,
    failure text,
    queued_at timestamptz NOT NULL,
    ended_at timestamptz,
    CONSTRAINT dispatch_once UNIQUE (cause, person, channel),
    CHECK (state = 'queued' OR sealed IS NULL),
    CHECK ((state = 'queued') = (ended_at IS NULL)),
    CHECK (state NOT IN ('failed', 'cancelled') OR failure IS NOT NULL),
    CHECK (state NOT IN ('sent', 'delivered') OR masked_to IS NOT NULL)
);

CREATE INDEX dispatch_due ON notifications.dispatch (due_at) WHERE state = 'queued';
CREATE INDEX dispatch_of_matter ON notifications.dispatch (matter) WHERE state = 'queued';
CREATE INDEX dispatch_newest ON notifications.dispatch (queued_at DESC, id DESC);
CREATE INDEX dispatch_to ON notifications.dispatch (to_index, queued_at DESC, id DESC);
CREATE INDEX dispatch_ended ON notifications.dispatch (ended_at) WHERE state <> 'queued';

COMMENT ON COLUMN notifications.dispatch.due_at IS
'not to be tried before; while a try is under way, when it counts as lost';

-- How a person wishes to be reached; who has no row wishes what the code says.
CREATE TABLE notifications.wish (
    person uuid PRIMARY KEY,
    off text [] NOT NULL,
    quiet_from integer NOT NULL CHECK (quiet_from BETWEEN 0 AND 23),
    quiet_until integer NOT NULL CHECK (quiet_until BETWEEN 0 AND 23),
    changed_at timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE, DELETE ON notifications.dispatch TO batua_app;
GRANT SELECT, INSERT, UPDATE ON notifications.wish TO batua_app;
