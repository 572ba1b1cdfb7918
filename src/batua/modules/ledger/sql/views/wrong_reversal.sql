-- For `verify`: reversals that do not turn round the entry they name, leg by leg.
CREATE OR REPLACE VIEW ledger.wrong_reversal AS
SELECT e.id
FROM ledger.entry AS e
LEFT JOIN ledger.entry AS original ON original.id = e.reverses
WHERE
    e.reverses IS NOT NULL
    AND (
        original.reverses IS NOT NULL
        OR e.legs IS DISTINCT FROM original.legs
        OR EXISTS (
            SELECT t.n, t.debit, t.credit, t.amount_minor
            FROM ledger.transfer AS t
            WHERE t.entry_seq = e.seq AND t.recorded_at = e.recorded_at
            EXCEPT
            SELECT t.n, t.credit, t.debit, t.amount_minor
            FROM ledger.transfer AS t
            WHERE t.entry_seq = original.seq AND t.recorded_at = original.recorded_at
        )
    );
