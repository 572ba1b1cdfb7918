-- Write the postings of an import's new entries, and one update for each account.
-- Each posting has the balance after it; the floor holds after each entry. When one falls short, or
-- the file tells another balance, that goes to import_fault and nothing is written.
-- returns  how many postings were written
CREATE OR REPLACE FUNCTION ledger.write_import_v1()
RETURNS bigint LANGUAGE sql SET search_path = ledger, pg_temp
AS $$
    WITH line AS MATERIALIZED (
        SELECT
            s.line, s.account_id, s.n, s.minor, s.seq, s.recorded_at,
            a.version + s.place AS version,
            CASE
                WHEN abs(a.posted_credits_minor - a.posted_debits_minor + s.sum_minor)
                < 4000000000000000000
                    THEN (a.posted_credits_minor - a.posted_debits_minor + s.sum_minor)::bigint
            END AS balance,
            CASE
                WHEN s.recorded_at < s.recorded_before THEN 'time_falls'
                WHEN abs(a.posted_credits_minor - a.posted_debits_minor + s.sum_minor)
                >= 4000000000000000000
                    THEN 'balance_out_of_range'
                WHEN
                    s.is_last_of_entry
                    AND a.posted_credits_minor - a.posted_debits_minor + s.sum_minor
                    - a.pending_debits_minor < a.floor_minor
                    THEN 'not_enough_money'
                WHEN
                    a.version = 0
                    AND s.told_minor
                    <> a.posted_credits_minor - a.posted_debits_minor + s.sum_minor
                    THEN 'balance_differs'
            END AS fault
        FROM (
            SELECT
                side.line, side.account_id, side.n, side.minor, side.told_minor, side.seq,
                side.recorded_at, lag(side.recorded_at) OVER along AS recorded_before,
                row_number() OVER along AS place,
                sum(side.minor) OVER along AS sum_minor,
                lead(side.seq) OVER along IS DISTINCT FROM side.seq AS is_last_of_entry
            FROM (
                SELECT
                    r.line, r.debit_id AS account_id, r.n, -r.amount_minor AS minor,
                    r.debit_balance_minor AS told_minor, x.seq, x.recorded_at
                FROM pg_temp.import_row AS r
                INNER JOIN pg_temp.import_new AS x ON x.line = r.entry_line
                UNION ALL
                SELECT
                    r.credit_line, r.credit_id, r.n + 1, r.amount_minor, r.credit_balance_minor,
                    x.seq, x.recorded_at
                FROM pg_temp.import_row AS r
                INNER JOIN pg_temp.import_new AS x ON x.line = r.entry_line
            ) AS side
            WINDOW along AS (PARTITION BY side.account_id ORDER BY side.seq, side.n)
        ) AS s
        INNER JOIN ledger.account AS a ON a.id = s.account_id
    ),
    told AS (
        INSERT INTO pg_temp.import_fault (line, fault)
        SELECT l.line, l.fault
        FROM line AS l
        WHERE l.fault IS NOT NULL
        RETURNING line
    ),
    fine AS MATERIALIZED (
        SELECT NOT EXISTS (SELECT FROM told) AS is_so
    ),
    posted AS (
        INSERT INTO ledger.posting (
            account_id, version, entry_seq, amount_minor, balance_after_minor, recorded_at, line
        )
        SELECT l.account_id, l.version, l.seq, l.minor, l.balance, l.recorded_at, l.n
        FROM line AS l
        WHERE (SELECT f.is_so FROM fine AS f)
    ),
    net AS MATERIALIZED (
        SELECT
            l.account_id,
            count(*) AS postings,
            max(l.recorded_at) AS posted_at,
            coalesce(sum(-l.minor) FILTER (WHERE l.minor < 0), 0)::bigint AS debits,
            coalesce(sum(l.minor) FILTER (WHERE l.minor > 0), 0)::bigint AS credits
        FROM line AS l
        WHERE (SELECT f.is_so FROM fine AS f)
        GROUP BY l.account_id
    ),
    moved AS (
        UPDATE ledger.account AS a
        SET
            posted_debits_minor = a.posted_debits_minor + net.debits,
            posted_credits_minor = a.posted_credits_minor + net.credits,
            version = a.version + net.postings,
            posted_at = net.posted_at
        FROM net
        WHERE a.id = net.account_id
    )
    SELECT coalesce(sum(net.postings), 0)::bigint FROM net;
$$;
