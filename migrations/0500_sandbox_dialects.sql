-- Sandbox: it speaks as several providers do, each in its own dialect, over the same books.
ALTER TABLE sandbox.movement ADD COLUMN dialect text NOT NULL DEFAULT 'sandbox';

CREATE INDEX movement_settled ON sandbox.movement (dialect, changed_at)
WHERE status = 'succeeded';

-- Where the merchant of a dialect wants its callbacks, as it says in that provider's dashboard.
CREATE TABLE sandbox.webhook (
    dialect text PRIMARY KEY,
    url text NOT NULL
);

ALTER TABLE sandbox.fault DROP CONSTRAINT fault_scope_check;
ALTER TABLE sandbox.fault ADD CONSTRAINT fault_scope_check CHECK (
    scope IN ('all', 'checkouts', 'payouts', 'refunds', 'messages', 'stand_ins')
);
ALTER TABLE sandbox.fault DROP CONSTRAINT fault_mode_check;
ALTER TABLE sandbox.fault ADD CONSTRAINT fault_mode_check CHECK (
    mode IN ('down', 'slow', 'garbage', 'limited')
);

GRANT SELECT, INSERT, UPDATE, DELETE ON sandbox.webhook TO batua_app;
