-- For other modules: the number of each entry in the order of the ledger.
CREATE OR REPLACE VIEW ledger.numbered AS
SELECT
    e.seq AS entry_seq,
    e.id AS entry_id,
    e.kind,
    e.legs,
    e.recorded_at
FROM ledger.entry AS e;
