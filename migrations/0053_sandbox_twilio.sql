-- depends: 0061_sandbox_channels
-- Sandbox: what the played providers of channels call back, and the calls that are under way.

-- A request of ours to the house; written with the message that it tells of, so a crash loses none.
CREATE TABLE sandbox.channel_callback (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    message text NOT NULL,
    signer text NOT NULL CHECK (signer IN ('twilio', 'meta')),
    kind text NOT NULL CHECK (kind IN ('status', 'speech')),
    url text NOT NULL,
    body text NOT NULL,
    due_at timestamptz,
    tries integer NOT NULL DEFAULT 0,
    last_status integer
);

CREATE INDEX channel_callback_due ON sandbox.channel_callback (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX channel_callback_of ON sandbox.channel_callback (message, id);

COMMENT ON COLUMN sandbox.channel_callback.due_at IS 'null: delivered or given up';

CREATE TABLE sandbox.call (
    sid text PRIMARY KEY,
    status_url text NOT NULL,
    keys_url text
);

COMMENT ON COLUMN sandbox.call.keys_url IS 'where a key that is pressed is told; null before anybody spoke';

GRANT SELECT, INSERT, UPDATE, DELETE ON sandbox.channel_callback, sandbox.call TO batua_app;
