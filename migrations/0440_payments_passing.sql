-- Money that a checkout brings for a pot passes through a wallet: two payments of one attempt.
CREATE UNIQUE INDEX payment_one_an_attempt_and_kind ON payments.payment (attempt_id, kind)
WHERE attempt_id IS NOT NULL;
DROP INDEX payments.payment_one_an_attempt;
ALTER INDEX payments.payment_one_an_attempt_and_kind RENAME TO payment_one_an_attempt;
