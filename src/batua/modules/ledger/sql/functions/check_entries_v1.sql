-- Say what is wrong with the entries of an import, before anything is written.
CREATE OR REPLACE FUNCTION ledger.check_entries_v1()
RETURNS void LANGUAGE sql SET search_path = ledger, pg_temp
AS $$
    INSERT INTO pg_temp.import_fault (line, fault)
    SELECT x.line, 'entry_twice'
    FROM (
        SELECT i.line, row_number() OVER (PARTITION BY i.entry_id ORDER BY i.line) AS nth
        FROM pg_temp.import_leg AS i
        WHERE i.line = i.entry_line AND i.entry_id IN (
            SELECT d.entry_id
            FROM pg_temp.import_leg AS d
            WHERE d.line = d.entry_line
            GROUP BY d.entry_id
            HAVING count(*) > 1
        )
    ) AS x
    WHERE x.nth > 1;

    INSERT INTO pg_temp.import_fault (line, fault)
    SELECT DISTINCT i.entry_line, 'entry_conflict'
    FROM pg_temp.import_known AS x
    INNER JOIN ledger.entry AS e ON e.seq = x.seq
    INNER JOIN pg_temp.import_leg AS i ON i.entry_line = x.line
    INNER JOIN pg_temp.import_row AS r ON r.line = i.line
    LEFT JOIN ledger.posting AS p
        ON p.entry_seq = x.seq AND p.line = r.n AND p.recorded_at = e.recorded_at
    LEFT JOIN ledger.posting AS q
        ON q.entry_seq = x.seq AND q.line = r.n + 1 AND q.recorded_at = e.recorded_at
    WHERE
        (i.kind, coalesce(i.ref, '')) <> (e.kind, e.ref)
        OR i.reverses IS DISTINCT FROM e.reverses
        OR i.hold_id IS DISTINCT FROM e.hold_id
        OR coalesce(i.effective_at, i.recorded_at) <> coalesce(e.effective_at, e.recorded_at)
        OR p.account_id IS DISTINCT FROM r.debit_id
        OR q.account_id IS DISTINCT FROM r.credit_id
        OR q.amount_minor IS DISTINCT FROM r.amount_minor;

    INSERT INTO pg_temp.import_fault (line, fault)
    SELECT x.line, 'entry_conflict'
    FROM pg_temp.import_known AS x
    INNER JOIN ledger.entry AS e ON e.seq = x.seq
    WHERE e.legs <> (
        SELECT count(*) FROM pg_temp.import_row AS r WHERE r.entry_line = x.line
    ) AND e.legs > 1;

    INSERT INTO pg_temp.import_fault (line, fault)
    SELECT side.line, 'account_closed'
    FROM ledger.account AS a
    INNER JOIN (
        SELECT r.line, r.entry_line, r.debit_id AS account_id FROM pg_temp.import_row AS r
        UNION ALL
        SELECT r.credit_line, r.entry_line, r.credit_id FROM pg_temp.import_row AS r
    ) AS side ON side.account_id = a.id
    WHERE
        NOT a.is_open
        AND side.entry_line NOT IN (SELECT x.line FROM pg_temp.import_known AS x);

    -- The two indexes that are unique would end the import without telling the line.
    INSERT INTO pg_temp.import_fault (line, fault)
    SELECT x.line, 'already_reversed'
    FROM (
        SELECT
            i.line, i.entry_id, i.reverses,
            row_number() OVER (PARTITION BY i.reverses ORDER BY i.line) AS nth
        FROM pg_temp.import_leg AS i
        WHERE i.line = i.entry_line AND i.reverses IS NOT NULL
    ) AS x
    LEFT JOIN ledger.entry AS e ON e.reverses = x.reverses
    WHERE x.nth > 1 OR e.id <> x.entry_id;

    INSERT INTO pg_temp.import_fault (line, fault)
    SELECT x.line, 'hold_already_posted'
    FROM (
        SELECT
            i.line, i.entry_id, i.hold_id,
            row_number() OVER (PARTITION BY i.hold_id ORDER BY i.line) AS nth
        FROM pg_temp.import_leg AS i
        WHERE i.line = i.entry_line AND i.hold_id IS NOT NULL
    ) AS x
    LEFT JOIN ledger.entry AS e ON e.hold_id = x.hold_id
    WHERE x.nth > 1 OR e.id <> x.entry_id;
$$;
