-- For `verify`: tables of months whose trigger is missing or switched off.
CREATE OR REPLACE VIEW ledger.wrong_month AS
SELECT c.relname::text AS id
FROM pg_catalog.pg_inherits AS i
INNER JOIN pg_catalog.pg_class AS c ON c.oid = i.inhrelid
WHERE
    i.inhparent = 'ledger.posting'::regclass
    AND NOT EXISTS (
        SELECT FROM pg_catalog.pg_trigger AS t
        WHERE t.tgrelid = c.oid AND t.tgname = 'posting_kept' AND t.tgenabled = 'A'
    );
