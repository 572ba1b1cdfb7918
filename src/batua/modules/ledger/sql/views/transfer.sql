-- The legs of entries, each with its debit and its credit side on one line.
CREATE OR REPLACE VIEW ledger.transfer AS
SELECT
    paid.entry_seq,
    paid.line / 2 + 1 AS n,
    giver.public_id AS debit,
    taker.public_id AS credit,
    taken.amount_minor,
    giver.currency,
    paid.recorded_at
FROM ledger.posting AS paid
INNER JOIN ledger.posting AS taken
    ON taken.entry_seq = paid.entry_seq AND taken.line = paid.line + 1
    -- The same for both, and it tells the month to look in.
    AND taken.recorded_at = paid.recorded_at
INNER JOIN ledger.account AS giver ON giver.id = paid.account_id
INNER JOIN ledger.account AS taker ON taker.id = taken.account_id
WHERE paid.line % 2 = 0;
