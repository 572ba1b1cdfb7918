-- For the proof: keys of what was never made, and payments whose key is gone. The keys of payments
-- into pots and out of them, also on to a bank, are kept by whoever keeps the pot; whoever pays by a
-- link has no account, and `wrong_link` looks at those.
CREATE OR REPLACE VIEW payments.wrong_key AS
SELECT coalesce(k.result, p.id) AS id
FROM payments.key AS k
FULL JOIN payments.payment AS p ON p.id = k.result AND coalesce(p.payer, p.payee) = k.person
LEFT JOIN payments.request AS r ON r.id = k.result AND r.asker = k.person
LEFT JOIN payments.payment_link AS l ON l.id = k.result AND l.person = k.person
LEFT JOIN payments.batch AS b ON b.id = k.result AND b.person = k.person
WHERE
    (p.id IS NULL AND r.id IS NULL AND b.id IS NULL AND l.id IS NULL)
    OR (k.result IS NULL AND p.pot_id IS NULL AND p.kind NOT IN ('refund', 'link'));
