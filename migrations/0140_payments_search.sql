-- Words of notes are looked up, not read through: a shop has a million payments. A payment without
-- a note has no words and pays nothing for them.
CREATE INDEX payment_words ON payments.payment USING gin (to_tsvector('simple', note))
WHERE note <> '';
-- A reference is looked up whole. Hashed: half the size of a tree.
CREATE INDEX payment_by_reference ON payments.payment USING hash (reference);
