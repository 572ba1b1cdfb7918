-- Notifications: what people are told reaches their browsers too (Web Push), and the sandbox plays a push service.

-- A browser that its person let push to; address and keys are sealed together, found by an index.
CREATE TABLE notifications.push_device (
    id uuid PRIMARY KEY,
    person uuid NOT NULL,
    session uuid NOT NULL,
    device uuid NOT NULL,
    endpoint_index bytea NOT NULL CONSTRAINT push_device_endpoint UNIQUE
    CHECK (length(endpoint_index) = 32),
    sealed bytea NOT NULL,
    service text NOT NULL CHECK (length(service) <= 253),
    added_at timestamptz NOT NULL
);

CREATE INDEX push_device_of ON notifications.push_device (person, added_at);
CREATE INDEX push_device_session ON notifications.push_device (session);
CREATE INDEX push_device_device ON notifications.push_device (device);

COMMENT ON COLUMN notifications.push_device.service IS 'host of the push service: all that is shown of the address';

-- The key pair by which push services know the house, when no setting names one.
CREATE TABLE notifications.push_key (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    sealed bytea NOT NULL,
    made_at timestamptz NOT NULL
);

ALTER TABLE notifications.dispatch ADD COLUMN target uuid;
ALTER TABLE notifications.dispatch DROP CONSTRAINT dispatch_channel_check;
ALTER TABLE notifications.dispatch ADD CONSTRAINT dispatch_channel_check CHECK (
    channel IN ('email', 'sms', 'whatsapp', 'call', 'push')
);

COMMENT ON COLUMN notifications.dispatch.target IS
'which of her browsers a push is for; null: the one address she has';

GRANT SELECT, INSERT, UPDATE, DELETE ON notifications.push_device TO batua_app;
GRANT SELECT, INSERT, UPDATE ON notifications.push_key TO batua_app;

ALTER TABLE sandbox.message DROP CONSTRAINT message_channel_check;
ALTER TABLE sandbox.message ADD CONSTRAINT message_channel_check CHECK (
    channel IN ('email', 'sms', 'whatsapp', 'call', 'push')
);
ALTER TABLE sandbox.channel_fault DROP CONSTRAINT channel_fault_channel_check;
ALTER TABLE sandbox.channel_fault ADD CONSTRAINT channel_fault_channel_check CHECK (
    channel IN ('email', 'sms', 'whatsapp', 'call', 'push')
);

-- A browser that the played push service knows; gone ones answer 410.
CREATE TABLE sandbox.browser (
    token text PRIMARY KEY,
    private bytea NOT NULL,
    auth bytea NOT NULL,
    sender text NOT NULL,
    is_gone boolean NOT NULL DEFAULT false
);

COMMENT ON COLUMN sandbox.browser.sender IS 'the public key of whom it lets push';

GRANT SELECT, INSERT, UPDATE, DELETE ON sandbox.browser TO batua_app;
