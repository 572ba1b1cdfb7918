-- Notifications: which channels are unwished for which matters, and summaries of what was not urgent.
ALTER TABLE notifications.wish
ADD COLUMN off_in text [] NOT NULL DEFAULT '{}',
ADD COLUMN digest text NOT NULL DEFAULT 'none' CHECK (digest IN ('none', 'daily', 'weekly')),
ADD COLUMN digest_since timestamptz,
ADD COLUMN digest_at timestamptz,
ADD CONSTRAINT digest_is_whole CHECK (
    (digest = 'none') = (digest_since IS NULL) AND (digest = 'none') = (digest_at IS NULL)
);

COMMENT ON COLUMN notifications.wish.off_in IS 'topic:channel';
COMMENT ON COLUMN notifications.wish.digest_since IS 'where the next summary begins; the last one ended here';
COMMENT ON COLUMN notifications.wish.digest_at IS 'when it is time to look whether one is due';

CREATE INDEX wish_digest ON notifications.wish (digest_at) WHERE digest_at IS NOT NULL;

-- What one summary is about; what it says is put in when it leaves.
CREATE TABLE notifications.digest (
    id uuid PRIMARY KEY,
    person uuid NOT NULL,
    since timestamptz NOT NULL,
    until timestamptz NOT NULL,
    CONSTRAINT digest_once UNIQUE (person, until),
    CHECK (since < until)
);

CREATE INDEX digest_until ON notifications.digest (until);

GRANT SELECT, INSERT, UPDATE, DELETE ON notifications.digest TO batua_app;
