-- For the proof: payments that say that money moved, and no entry moved it.
CREATE OR REPLACE VIEW payments.wrong_payment AS
SELECT p.id
FROM payments.payment AS p
LEFT JOIN ledger.numbered AS e ON e.entry_id = p.entry_id
WHERE
    (p.entry_id IS NOT NULL AND e.entry_id IS NULL)
    OR (p.status = 'succeeded') <> (p.entry_id IS NOT NULL);
