-- What money that comes to a pot by a checkout was ordered with: whose it is, in which session, for
-- which dues; and what of it did not go into the pot but stayed in her wallet.
CREATE TABLE groups.checkout (
    transaction_id uuid PRIMARY KEY REFERENCES groups.transaction,
    top_up_id uuid NOT NULL CONSTRAINT checkout_one_a_top_up UNIQUE,
    person uuid NOT NULL,
    session uuid NOT NULL,
    plan_key text,
    kept_minor bigint NOT NULL DEFAULT 0 CHECK (kept_minor >= 0)
);

GRANT SELECT, INSERT ON groups.checkout TO batua_app;
GRANT UPDATE (kept_minor) ON groups.checkout TO batua_app;
-- Of a repayment as much goes into the pot as is still owed when its money comes.
GRANT UPDATE (amount_minor) ON groups.transaction TO batua_app;
