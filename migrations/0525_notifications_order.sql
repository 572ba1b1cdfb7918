-- Notifications: through which channels a kind leaves the house, one after another until one arrives.
CREATE TABLE notifications.channel_order (
    kind text PRIMARY KEY,
    channels text [] NOT NULL CHECK (cardinality(channels) <= 8),
    confirm_s integer NOT NULL CHECK (confirm_s BETWEEN 0 AND 604800),
    changed_by uuid NOT NULL,
    changed_at timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE, DELETE ON notifications.channel_order TO batua_app;

ALTER TABLE notifications.dispatch
ADD COLUMN falls boolean NOT NULL DEFAULT false,
ADD COLUMN fell_at timestamptz,
ADD COLUMN confirm_by timestamptz;

COMMENT ON COLUMN notifications.dispatch.falls IS 'whether the next channel of the order is tried when this one fails';
COMMENT ON COLUMN notifications.dispatch.fell_at IS 'since when the next one is tried: once';
COMMENT ON COLUMN notifications.dispatch.confirm_by IS 'when the next one is tried if nobody says that it arrived';

CREATE INDEX dispatch_unconfirmed ON notifications.dispatch (confirm_by)
WHERE falls AND state = 'sent' AND fell_at IS NULL;
