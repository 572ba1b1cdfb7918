-- For `verify`: triggers and checks that keep the tables, but are missing or switched off.
CREATE OR REPLACE VIEW ledger.wrong_guard AS
SELECT
    wanted.table_name,
    wanted.guard AS id
FROM (
    VALUES
    ('account', 'account_kept'),
    ('account', 'account_not_empty'),
    ('account', 'not_enough_money'),
    ('account_name', 'account_name_kept'),
    ('block', 'block_kept'),
    ('entry', 'entry_kept'),
    ('hold', 'hold_kept'),
    ('hold', 'hold_resolved_once'),
    ('posting', 'posting_kept')
) AS wanted (table_name, guard)
WHERE
    NOT EXISTS (
        SELECT FROM pg_catalog.pg_trigger AS t
        INNER JOIN pg_catalog.pg_class AS c ON c.oid = t.tgrelid
        WHERE
            c.relnamespace = 'ledger'::regnamespace
            AND c.relname = wanted.table_name
            AND t.tgname = wanted.guard
            AND t.tgenabled = 'A'
    )
    AND NOT EXISTS (
        SELECT FROM pg_catalog.pg_constraint AS k
        INNER JOIN pg_catalog.pg_class AS c ON c.oid = k.conrelid
        WHERE
            c.relnamespace = 'ledger'::regnamespace
            AND c.relname = wanted.table_name
            AND k.conname = wanted.guard
            AND k.convalidated
    );
