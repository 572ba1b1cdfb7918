-- Notifications: what providers say afterwards, and what a call says while it is under way.
ALTER TABLE notifications.dispatch
ADD COLUMN status text,
ADD COLUMN reply text CHECK (reply IN ('confirmed', 'wants_person'));

COMMENT ON COLUMN notifications.dispatch.status IS 'the provider''s last word about it, as it came';

-- The words of a call, sealed: the provider fetches them when somebody has picked up.
CREATE TABLE notifications.speech (
    reference uuid PRIMARY KEY,
    sealed bytea NOT NULL,
    ends_at timestamptz NOT NULL
);

CREATE INDEX speech_ends ON notifications.speech (ends_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON notifications.speech TO batua_app;
