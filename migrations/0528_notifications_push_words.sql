-- Notifications: pushes have templates too, and messages that hold codes name their registration (DLT).
ALTER TABLE notifications.template DROP CONSTRAINT template_channel_check;
ALTER TABLE notifications.template ADD CONSTRAINT template_channel_check CHECK (
    channel IN ('email', 'sms', 'whatsapp', 'call', 'push')
);
ALTER TABLE notifications.template DROP CONSTRAINT template_check;
ALTER TABLE notifications.template ADD CONSTRAINT template_subject CHECK (
    subject IS NULL OR channel IN ('email', 'push')
);

-- What India's operators call a message that holds a code, by what the code is for.
CREATE TABLE notifications.code_dlt (
    purpose text NOT NULL CHECK (purpose ~ '^[a-z]+(_[a-z]+)*$'),
    language text NOT NULL CHECK (length(language) BETWEEN 2 AND 20),
    dlt_template text NOT NULL CHECK (dlt_template ~ '^[0-9]{1,30}$'),
    changed_by uuid NOT NULL,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (purpose, language)
);

ALTER TABLE notifications.message ADD COLUMN dlt text [] CHECK (cardinality(dlt) = 3);

COMMENT ON COLUMN notifications.message.dlt IS 'entity, header and template that its words are registered under';

GRANT SELECT, INSERT, UPDATE, DELETE ON notifications.code_dlt TO batua_app;
