-- What each person has sent of her limits in the day and the month that she lives in: kept by the
-- sends themselves, so that a limit is one row to read and not a history to add up.
-- A row of another day or month than is asked for says nothing, and one that is missing neither:
-- the sum is then taken from the payments. Whoever changes a payment otherwise removes the row.
CREATE TABLE payments.spent (
    person uuid NOT NULL,
    currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    day_from timestamptz NOT NULL,
    month_from timestamptz NOT NULL,
    day_minor bigint NOT NULL CHECK (day_minor >= 0),
    month_minor bigint NOT NULL CHECK (month_minor >= 0),
    PRIMARY KEY (person, currency)
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02);

GRANT SELECT, DELETE ON payments.spent TO batua_app;
