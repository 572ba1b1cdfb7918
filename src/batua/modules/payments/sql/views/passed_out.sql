-- Withdrawals that pass on what was paid out of a pot: for whoever keeps the pot, and its proof.
CREATE OR REPLACE VIEW payments.passed_out AS
SELECT
    p.id,
    p.payer,
    p.pot_id,
    p.currency,
    p.amount_minor,
    p.status
FROM payments.payment AS p
WHERE p.kind = 'withdrawal' AND p.pot_id IS NOT NULL;
