-- Notifications: words that the house says otherwise, and India's registrations (DLT) of text messages.

-- A text of its own in the place of the house's; null where the house's stays.
CREATE TABLE notifications.template (
    kind text NOT NULL,
    channel text NOT NULL CHECK (channel IN ('email', 'sms', 'whatsapp', 'call')),
    language text NOT NULL CHECK (length(language) BETWEEN 2 AND 20),
    subject text CHECK (length(subject) BETWEEN 1 AND 200),
    body text CHECK (length(body) BETWEEN 1 AND 4000),
    dlt_template text NOT NULL DEFAULT '' CHECK (dlt_template ~ '^[0-9]{0,30}$'),
    changed_by uuid NOT NULL,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (kind, channel, language),
    CHECK (subject IS NULL OR channel = 'email')
);

COMMENT ON COLUMN notifications.template.dlt_template IS 'what the operators call it; empty: not registered';

-- One row: who we are to the operators, and whether they must know every text.
CREATE TABLE notifications.dlt (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    entity text NOT NULL CHECK (entity ~ '^[0-9]{0,30}$'),
    header text NOT NULL CHECK (header ~ '^[A-Za-z0-9]{0,11}$'),
    is_required boolean NOT NULL,
    changed_by uuid NOT NULL,
    changed_at timestamptz NOT NULL,
    CHECK (NOT is_required OR (entity <> '' AND header <> ''))
);

GRANT SELECT, INSERT, UPDATE ON notifications.template, notifications.dlt TO batua_app;
