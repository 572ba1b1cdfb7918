-- Gateways: callbacks by time, and how many were turned away, a minute and reason; none of their bytes.
CREATE TABLE gateways.rejection (
    provider text NOT NULL,
    minute timestamptz NOT NULL,
    reason text NOT NULL CHECK (reason IN ('bad_signature', 'bad_callback')),
    count bigint NOT NULL CHECK (count > 0),
    last_at timestamptz NOT NULL,
    PRIMARY KEY (minute, provider, reason)
);

CREATE INDEX event_by_time ON gateways.event (received_at, provider, event_id);
CREATE INDEX event_by_provider ON gateways.event (provider, received_at);
CREATE INDEX attempt_by_provider ON gateways.attempt (provider, created_at, id);

GRANT SELECT, INSERT, UPDATE, DELETE ON gateways.rejection TO batua_app;
