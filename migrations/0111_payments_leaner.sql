-- A send writes less, and to fewer indexes.
-- The verb is part of the hash, the time part of the result's id, and half of SHA-256 tells two
-- orders of one person and key apart as well.
ALTER TABLE payments.key DROP COLUMN verb, DROP COLUMN created_at;
UPDATE payments.key SET request_hash = substr(request_hash, 1, 16);
ALTER TABLE payments.key ADD CONSTRAINT key_hash_length CHECK (length(request_hash) = 16);

-- Words are looked for in one person's history, which is read for it anyway.
ALTER TABLE payments.payment DROP COLUMN words;

-- The reference is the end of the id, which is unique.
ALTER TABLE payments.payment DROP CONSTRAINT payment_reference;

-- Equal pairs share one entry of the index.
DROP INDEX payments.payment_between;
CREATE INDEX payment_between ON payments.payment (payer, payee)
WHERE payer IS NOT NULL AND payee IS NOT NULL;
