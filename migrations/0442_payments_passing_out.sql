-- A withdrawal that passes on what was paid out of a pot names the pot.
ALTER TABLE payments.payment
DROP CONSTRAINT payment_of_a_pot,
ADD CONSTRAINT payment_of_a_pot CHECK (
    CASE
        WHEN kind = 'withdrawal' THEN true
        ELSE (kind IN ('pot_in', 'pot_out')) = (pot_id IS NOT NULL)
    END
) NOT VALID;

ALTER TABLE payments.payment VALIDATE CONSTRAINT payment_of_a_pot;
