-- Beginning: how often a provider was asked to begin an attempt, and until when somebody is at it.
-- Money goes on to another provider only when the one and only try to begin it came to nothing.
ALTER TABLE gateways.attempt
ADD COLUMN begins integer NOT NULL DEFAULT 0 CHECK (begins >= 0),
ADD COLUMN begun_until timestamptz;

COMMENT ON COLUMN gateways.attempt.begins IS 'how often its provider was asked to begin it; counted before it is asked';
COMMENT ON COLUMN gateways.attempt.begun_until IS 'somebody asks it to begin, and nobody else does before this time';

-- Those of before this column may have been asked any number of times: they never go elsewhere.
UPDATE gateways.attempt SET begins = 2;

GRANT UPDATE (begins, begun_until) ON gateways.attempt TO batua_app;
