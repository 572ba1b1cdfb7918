-- A fact is found by its place (xid, seq) alone, so one index is enough; who parks a fact keeps both.
ALTER TABLE journal.parked ADD COLUMN xid xid8;

UPDATE journal.parked AS p SET xid = f.xid
FROM journal.fact AS f
WHERE f.seq = p.seq;

ALTER TABLE journal.parked ALTER COLUMN xid SET NOT NULL;

DROP INDEX journal.fact_order;
ALTER TABLE journal.fact DROP CONSTRAINT fact_pkey;
ALTER TABLE journal.fact ADD CONSTRAINT fact_place PRIMARY KEY (xid, seq);
