-- Money between a person's wallet and a pot that belongs to many: the payment names the pot.
ALTER TABLE payments.payment
ADD COLUMN pot_id uuid,
DROP CONSTRAINT payment_kind_check,
ADD CONSTRAINT payment_kind_check CHECK (
    kind IN ('send', 'request', 'top_up', 'withdrawal', 'refund', 'pot_in', 'pot_out')
) NOT VALID,
ADD CONSTRAINT payment_of_a_pot CHECK (
    (kind IN ('pot_in', 'pot_out')) = (pot_id IS NOT NULL)
) NOT VALID;

ALTER TABLE payments.payment VALIDATE CONSTRAINT payment_kind_check;
ALTER TABLE payments.payment VALIDATE CONSTRAINT payment_of_a_pot;

-- Whether somebody has paid into a pot before.
CREATE INDEX payment_into_pot ON payments.payment (payer, pot_id) WHERE kind = 'pot_in';
