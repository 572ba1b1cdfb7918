-- Routes: which provider money takes, why it took it, and where it went on when one would not begin.
CREATE TABLE gateways.routing (
    version integer PRIMARY KEY CHECK (version > 0),
    document jsonb NOT NULL,
    made_by uuid NOT NULL,
    made_at timestamptz NOT NULL
);

COMMENT ON TABLE gateways.routing IS 'every version of the rules of routing and the costs; the last is in force';

ALTER TABLE gateways.attempt
ADD COLUMN route jsonb,
ADD COLUMN follows uuid REFERENCES gateways.attempt (id);

COMMENT ON COLUMN gateways.attempt.route IS 'who could have taken it, in order, and why it went this way';
COMMENT ON COLUMN gateways.attempt.follows IS 'the attempt that its provider would not begin';

-- One that failed is followed once.
CREATE UNIQUE INDEX attempt_by_follows ON gateways.attempt (follows) WHERE follows IS NOT NULL;
CREATE INDEX attempt_by_time ON gateways.attempt (created_at, id);

GRANT SELECT, INSERT ON gateways.routing TO batua_app;

-- A line of a statement follows its money to the provider that took over.
GRANT UPDATE (attempt_id) ON groups.transaction TO batua_app;
