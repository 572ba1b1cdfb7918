-- Notifications: what people are told, once each, and the text messages that leave the house.
CREATE SCHEMA notifications;

-- Holds ids and amounts only; names and words are put in when it is read.
CREATE TABLE notifications.notification (
    id uuid PRIMARY KEY,
    person uuid NOT NULL,
    key text NOT NULL,
    kind text NOT NULL,
    data jsonb NOT NULL,
    created_at timestamptz NOT NULL,
    read_at timestamptz,
    CONSTRAINT one_per_fact_and_person UNIQUE (person, key)
);

CREATE INDEX notification_newest ON notifications.notification (person, created_at DESC, id DESC);
CREATE INDEX notification_unread ON notifications.notification (person) WHERE read_at IS NULL;

-- Phone and words are sealed, and erased as soon as the message has ended.
CREATE TABLE notifications.message (
    id uuid PRIMARY KEY,
    purpose text NOT NULL,
    sealed_to bytea,
    sealed_body bytea,
    state text NOT NULL DEFAULT 'queued',
    provider_ref text,
    failure text,
    tries integer NOT NULL DEFAULT 0,
    queued_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    ended_at timestamptz,
    CONSTRAINT known_state CHECK (state IN ('queued', 'sent', 'failed', 'expired')),
    CONSTRAINT erased_when_ended CHECK (
        (state = 'queued') = (sealed_to IS NOT NULL AND sealed_body IS NOT NULL)
        AND (state = 'queued') = (ended_at IS NULL)
    )
);

CREATE INDEX message_queued ON notifications.message (queued_at) WHERE state = 'queued';
CREATE INDEX message_ended ON notifications.message (ended_at) WHERE state <> 'queued';

GRANT USAGE ON SCHEMA notifications TO batua_app;
GRANT SELECT, INSERT, UPDATE ON notifications.notification TO batua_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON notifications.message TO batua_app;
