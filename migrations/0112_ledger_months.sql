-- The largest table of all lies in a table for each month, so that the indexes that are written to
-- stay as small as a month, and an old month can be moved to slower disks or detached as a whole.
-- What must be unique for ever stays where it is: the ids, reversals and holds of ledger.entry, and
-- an account's versions, which are counted on its locked row.
DROP VIEW IF EXISTS ledger.transfer, ledger.wrong_hold, ledger.wrong_reversal CASCADE;
DELETE FROM kit.sql_object
WHERE path LIKE 'ledger/sql/%';

ALTER TABLE ledger.posting RENAME TO posting_before;
ALTER TABLE ledger.posting_before RENAME CONSTRAINT posting_statement TO posting_before_statement;
ALTER INDEX ledger.posting_entry RENAME TO posting_before_entry;

-- recorded_at is that of the entry; rows without a month of their own lie in posting_other.
CREATE TABLE ledger.posting (
    account_id bigint NOT NULL,
    version bigint NOT NULL,
    entry_seq bigint NOT NULL,
    amount_minor bigint NOT NULL,
    balance_after_minor bigint NOT NULL,
    recorded_at timestamptz NOT NULL,
    line smallint NOT NULL CHECK (line >= 0),
    CONSTRAINT posting_statement PRIMARY KEY (account_id, version, recorded_at),
    CONSTRAINT posting_debit_then_credit CHECK (
        CASE line % 2 WHEN 0 THEN amount_minor < 0 ELSE amount_minor > 0 END
    )
) PARTITION BY RANGE (recorded_at);

CREATE INDEX posting_entry ON ledger.posting (entry_seq);

CREATE TABLE ledger.posting_other PARTITION OF ledger.posting DEFAULT;

-- The months of what is there; those to come are made by ledger.keep_months_v1.
DO $$
DECLARE
    month timestamp := (
        SELECT date_trunc('month', min(e.recorded_at) AT TIME ZONE 'UTC') FROM ledger.entry AS e
    );
BEGIN
    WHILE month <= now() AT TIME ZONE 'UTC' LOOP
        EXECUTE format(
            'CREATE TABLE ledger.%I PARTITION OF ledger.posting FOR VALUES FROM (%L) TO (%L)',
            to_char(month, '"posting_"YYYY_MM'),
            month AT TIME ZONE 'UTC',
            (month + interval '1 month') AT TIME ZONE 'UTC'
        );
        month := month + interval '1 month';
    END LOOP;
END $$;

INSERT INTO ledger.posting (
    account_id, version, entry_seq, amount_minor, balance_after_minor, recorded_at, line
)
SELECT
    p.account_id, p.version, p.entry_seq, p.amount_minor, p.balance_after_minor, e.recorded_at,
    p.line
FROM ledger.posting_before AS p
INNER JOIN ledger.entry AS e ON e.seq = p.entry_seq
ORDER BY p.entry_seq, p.line;

DROP TABLE ledger.posting_before;
