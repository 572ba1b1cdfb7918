-- Sandbox: e-mails, WhatsApp messages and calls beside text messages, and what shall go wrong with them.
ALTER TABLE sandbox.message RENAME COLUMN to_phone TO to_address;

ALTER TABLE sandbox.message
ADD COLUMN channel text NOT NULL DEFAULT 'sms' CHECK (
    channel IN ('email', 'sms', 'whatsapp', 'call')
),
ADD COLUMN subject text NOT NULL DEFAULT '',
ADD COLUMN language text NOT NULL DEFAULT '',
ADD COLUMN template text NOT NULL DEFAULT '';

-- What happens to the next messages of a channel; the oldest that fits counts.
CREATE TABLE sandbox.channel_fault (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    channel text NOT NULL CHECK (channel IN ('email', 'sms', 'whatsapp', 'call')),
    mode text NOT NULL CHECK (mode IN ('fail', 'refuse', 'lose', 'slow')),
    address text,
    times_left integer CHECK (times_left > 0),
    delay_ms integer NOT NULL CHECK (delay_ms BETWEEN 0 AND 120000)
);

COMMENT ON COLUMN sandbox.channel_fault.address IS 'null: whoever it goes to';
COMMENT ON COLUMN sandbox.channel_fault.times_left IS 'null: until it is switched off';

GRANT SELECT, INSERT, UPDATE, DELETE ON sandbox.channel_fault TO batua_app;
