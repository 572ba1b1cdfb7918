-- An ordinary send pays only for the indexes that it is found by.
-- A unique index holds a row for each NULL too, so those of rare columns become partial; their names
-- stay, because refusals are told by them.
ALTER TABLE payments.payment
DROP CONSTRAINT request_closed,
DROP CONSTRAINT already_refunded,
DROP CONSTRAINT payment_one_an_attempt,
DROP CONSTRAINT payment_one_a_hold,
DROP CONSTRAINT payment_one_an_entry;

CREATE UNIQUE INDEX request_closed ON payments.payment (request_id)
WHERE request_id IS NOT NULL;
CREATE UNIQUE INDEX already_refunded ON payments.payment (refund_of)
WHERE refund_of IS NOT NULL;
CREATE UNIQUE INDEX payment_one_an_attempt ON payments.payment (attempt_id)
WHERE attempt_id IS NOT NULL;
CREATE UNIQUE INDEX payment_one_a_hold ON payments.payment (hold_id)
WHERE hold_id IS NOT NULL;
-- The entry of a send has the id of the payment, which is unique already.
CREATE UNIQUE INDEX payment_one_an_entry ON payments.payment (entry_id)
WHERE entry_id <> id;

-- Words are looked for within one person's history, along her own index; this one was never used.
DROP INDEX payments.payment_words;
