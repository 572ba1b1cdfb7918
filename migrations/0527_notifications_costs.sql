-- Notifications: what each hand-over cost, what officers look for in the delivery log, and who looked.

ALTER TABLE notifications.dispatch ADD COLUMN provider text CHECK (length(provider) <= 40);

COMMENT ON COLUMN notifications.dispatch.provider IS 'who carried it at the last try, or spoke of it since';

CREATE INDEX dispatch_of_person ON notifications.dispatch (person, queued_at DESC, id DESC);
CREATE INDEX dispatch_by_kind ON notifications.dispatch (kind, queued_at DESC, id DESC);
CREATE INDEX dispatch_by_channel ON notifications.dispatch (channel, queued_at DESC, id DESC);
CREATE INDEX dispatch_by_state ON notifications.dispatch (state, queued_at DESC, id DESC);
CREATE INDEX dispatch_by_provider ON notifications.dispatch (provider, queued_at DESC, id DESC);

-- What a segment costs to numbers that begin so; the longest beginning counts.
CREATE TABLE notifications.tariff (
    channel text NOT NULL CHECK (channel IN ('email', 'sms', 'whatsapp', 'call', 'push')),
    prefix text NOT NULL CHECK (prefix ~ '^([+][1-9][0-9]{0,6})?$'),
    currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    segment_micro bigint NOT NULL CHECK (segment_micro BETWEEN 0 AND 1000000000000),
    changed_by uuid NOT NULL,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (channel, prefix),
    CHECK (prefix = '' OR channel IN ('sms', 'whatsapp', 'call'))
);

COMMENT ON COLUMN notifications.tariff.prefix IS 'a country, or more of a number; empty: everywhere';
COMMENT ON COLUMN notifications.tariff.segment_micro IS 'millionths of the currency''s whole unit';

-- One hand-over, known by its reference: written with the first try, counted once a provider has it.
CREATE TABLE notifications.cost (
    reference uuid PRIMARY KEY,
    channel text NOT NULL,
    segments integer NOT NULL CHECK (segments >= 1),
    currency text CHECK (currency ~ '^[A-Z]{3}$'),
    micro bigint,
    is_estimate boolean NOT NULL DEFAULT true,
    provider text,
    provider_ref text,
    added_at timestamptz NOT NULL,
    taken_at timestamptz,
    ask_at timestamptz,
    asks integer NOT NULL DEFAULT 0,
    CHECK ((currency IS NULL) = (micro IS NULL)),
    CHECK (is_estimate OR micro IS NOT NULL),
    CHECK (ask_at IS NULL OR (is_estimate AND taken_at IS NOT NULL AND provider_ref IS NOT NULL))
);

COMMENT ON COLUMN notifications.cost.micro IS 'millionths of the currency''s whole unit; null: no tariff, and no word yet';
COMMENT ON COLUMN notifications.cost.is_estimate IS 'whether it is by the tariff, and not the provider''s word';
COMMENT ON COLUMN notifications.cost.ask_at IS 'when the provider is asked what it charged; null: never, or not any more';

CREATE INDEX cost_taken ON notifications.cost (taken_at)
INCLUDE (channel, currency, micro, is_estimate) WHERE taken_at IS NOT NULL;
CREATE INDEX cost_added ON notifications.cost (added_at);
CREATE INDEX cost_ask ON notifications.cost (ask_at) WHERE ask_at IS NOT NULL;

-- Who looked into the delivery log; a search for somebody names her.
CREATE TABLE notifications.look (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL,
    actor uuid NOT NULL,
    session uuid,
    act text NOT NULL CHECK (act IN ('searched', 'exported')),
    subject uuid
);

GRANT SELECT, INSERT, UPDATE, DELETE ON notifications.tariff, notifications.cost TO batua_app;
GRANT SELECT, INSERT ON notifications.look TO batua_app;
