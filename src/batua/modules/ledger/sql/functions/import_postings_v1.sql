-- Write the entries of an import, as if posted one after another in the order of the file.
-- What is wrong goes to import_fault, with the line; then no posting is written.
-- repeat   an entry that is there, the very same, is left out
-- times    kept as the file tells them, unless an account of the file was posted to before: then
--          nothing can be recorded before that, and the time of the file becomes the effective one
-- returns  how many entries and postings were written, and how many entries were there before
CREATE OR REPLACE FUNCTION ledger.import_postings_v1(at timestamptz)
RETURNS TABLE (entries bigint, postings bigint, repeated bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp
SET work_mem = '128MB'
SET jit = off
-- A sample of three thousand rows tells how large the tables are, which is what plans need.
SET default_statistics_target = 10
AS $$
DECLARE
    earliest timestamptz;
    first timestamptz;
    seqs CONSTANT regclass := pg_get_serial_sequence('ledger.entry', 'seq');
BEGIN
    entries := 0;
    postings := 0;
    PERFORM ledger.check_import_v1();
    ANALYZE pg_temp.import_leg;
    PERFORM ledger.lock_import_v1();
    PERFORM ledger.read_import_v1(at);
    PERFORM ledger.check_entries_v1();
    SELECT count(*) INTO repeated FROM pg_temp.import_known;
    IF EXISTS (SELECT FROM pg_temp.import_fault) THEN
        RETURN NEXT;
        RETURN;
    END IF;

    SELECT max(a.posted_at) INTO earliest
    FROM ledger.account AS a
    WHERE a.version > 0 AND a.id IN (
        SELECT side.account_id
        FROM pg_temp.import_row AS r
        CROSS JOIN LATERAL (VALUES (r.debit_id), (r.credit_id)) AS side (account_id)
        WHERE NOT EXISTS (SELECT FROM pg_temp.import_known AS k WHERE k.line = r.entry_line)
    );

    SELECT min(i.recorded_at) INTO first FROM pg_temp.import_leg AS i;

    -- Numbered in the order of the file, so that numbers rise along each account.
    INSERT INTO pg_temp.import_new (line, seq, recorded_at)
    SELECT x.line, nextval(seqs), x.recorded_at
    FROM (
        SELECT
            i.line,
            greatest(
                -- An opening balance comes before all that the files tell.
                coalesce(
                    i.recorded_at,
                    least(import_postings_v1.at, CASE WHEN i.line < 0 THEN first END)
                ),
                earliest
            ) AS recorded_at
        FROM pg_temp.import_leg AS i
        WHERE
            i.line = i.entry_line
            AND NOT EXISTS (SELECT FROM pg_temp.import_known AS k WHERE k.line = i.line)
        ORDER BY i.line
    ) AS x;
    ANALYZE pg_temp.import_new;

    INSERT INTO ledger.entry (
        seq, recorded_at, effective_at, id, reverses, hold_id, legs, kind, ref
    ) OVERRIDING SYSTEM VALUE
    SELECT
        x.seq,
        x.recorded_at,
        CASE WHEN i.recorded_at < earliest THEN coalesce(i.effective_at, i.recorded_at)
            ELSE i.effective_at
        END,
        i.entry_id, i.reverses, i.hold_id, coalesce(more.legs, 1), i.kind, coalesce(i.ref, '')
    FROM pg_temp.import_leg AS i
    INNER JOIN pg_temp.import_new AS x ON x.line = i.line
    LEFT JOIN (
        SELECT r.entry_line, max(r.n) / 2 + 1 AS legs
        FROM pg_temp.import_row AS r
        WHERE r.n > 0
        GROUP BY r.entry_line
    ) AS more ON more.entry_line = i.line;
    GET DIAGNOSTICS entries = ROW_COUNT;

    postings := ledger.write_import_v1();
    RETURN NEXT;
END $$;
