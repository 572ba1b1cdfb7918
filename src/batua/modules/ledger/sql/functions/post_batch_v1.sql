-- Write many entries of one leg each, as if one after another; one update for each account.
-- An entry that cannot be written now is left out and harms no other; `post_v1` tells its reason.
-- items    entry_ids[i]: debits[i] pays amounts_minor[i] of currencies[i] to credits[i]
-- repeat   an entry_id that was there before is left out
-- returns  a row for each entry written: its place in the arrays, when it was recorded, and the
--          balances it left on both accounts
CREATE OR REPLACE FUNCTION ledger.post_batch_v1(
    entry_ids uuid[],
    kinds text[],
    refs text[],
    debits uuid[],
    credits uuid[],
    amounts_minor bigint[],
    currencies text[],
    at timestamptz
) RETURNS TABLE (
    n bigint, recorded_at timestamptz, debit_balance_minor bigint, credit_balance_minor bigint
) LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp
SET plan_cache_mode = force_generic_plan
-- One account that somebody holds must not hold everybody up: each then goes its own way.
SET lock_timeout = '1s'
-- The planner takes an array for ten rows: it would join a thousand by nested loops, and look for
-- a thousand ids in each row of a table that was small when the plan was made.
SET enable_nestloop = off
SET enable_seqscan = off
-- Joins in the order they are written: all items share a currency, which is no way to join them.
SET join_collapse_limit = 1
AS $$
DECLARE
    sides CONSTANT uuid[] := debits || credits;
    recorded timestamptz;
    account_ids bigint[];
    known uuid[];
    left_out bigint[] := '{}';
    short bigint[];
    written bigint[];
    debit_after bigint[];
    credit_after bigint[];
BEGIN
    SELECT greatest(at, max(locked.posted_at)), array_agg(locked.id)
    INTO recorded, account_ids
    FROM (
        SELECT a.id, a.posted_at
        FROM ledger.account AS a
        WHERE a.public_id = ANY(sides)
        ORDER BY a.id
        FOR NO KEY UPDATE
    ) AS locked;
    SELECT coalesce(array_agg(e.id), '{}') INTO known
    FROM ledger.entry AS e
    WHERE e.id = ANY(entry_ids);

    LOOP
        WITH account AS MATERIALIZED (
            SELECT *
            FROM ledger.account AS a
            WHERE a.id = ANY(account_ids)
        ),
        item AS MATERIALIZED (
            SELECT
                i.n, i.id, i.kind, i.ref, i.minor, d.id AS debit_id, c.id AS credit_id
            FROM unnest(entry_ids, kinds, refs, debits, credits, amounts_minor, currencies)
                WITH ORDINALITY AS i (id, kind, ref, debit, credit, minor, currency, n)
            INNER JOIN account AS d ON d.public_id = i.debit
            INNER JOIN account AS c ON c.public_id = i.credit
            WHERE
                d.id <> c.id AND i.minor > 0 AND d.is_open AND c.is_open
                AND d.currency = i.currency AND c.currency = i.currency
                AND i.n <> ALL(left_out) AND i.id <> ALL(known)
        ),
        -- What each account has after each side of each item: the items before it, then its own.
        line AS MATERIALIZED (
            SELECT
                side.n,
                side.line,
                side.minor,
                a.id AS account_id,
                a.version + row_number() OVER along AS version,
                a.posted_credits_minor - a.posted_debits_minor
                + (sum(side.minor) OVER along)::bigint AS balance,
                side.line = 0 AND (
                    a.posted_credits_minor - a.posted_debits_minor - a.pending_debits_minor
                    + (sum(side.minor) OVER along)
                ) < a.floor_minor AS is_short
            FROM (
                SELECT i.n, 0 AS line, i.debit_id AS account_id, -i.minor AS minor FROM item AS i
                UNION ALL
                SELECT i.n, 1, i.credit_id, i.minor FROM item AS i
            ) AS side
            INNER JOIN account AS a ON a.id = side.account_id
            WINDOW along AS (PARTITION BY side.account_id ORDER BY side.n)
        ),
        wanting AS MATERIALIZED (
            SELECT array_agg(l.n) AS ns FROM line AS l WHERE l.is_short
        ),
        entry AS (
            INSERT INTO ledger.entry (recorded_at, id, legs, kind, ref)
            SELECT recorded, i.id, 1, i.kind, i.ref
            FROM item AS i
            WHERE (SELECT w.ns IS NULL FROM wanting AS w)
            ORDER BY i.n
            RETURNING seq, id
        ),
        posting AS (
            INSERT INTO ledger.posting (
                account_id, version, entry_seq, amount_minor, balance_after_minor, recorded_at,
                line
            )
            SELECT l.account_id, l.version, e.seq, l.minor, l.balance, recorded, l.line
            FROM entry AS e
            INNER JOIN item AS i ON i.id = e.id
            INNER JOIN line AS l ON l.n = i.n
        ),
        net AS MATERIALIZED (
            SELECT
                l.account_id,
                max(l.version) AS version,
                coalesce(sum(-l.minor) FILTER (WHERE l.line = 0), 0)::bigint AS debits,
                coalesce(sum(l.minor) FILTER (WHERE l.line = 1), 0)::bigint AS credits
            FROM line AS l
            WHERE (SELECT w.ns IS NULL FROM wanting AS w)
            GROUP BY l.account_id
        ),
        moved AS (
            UPDATE ledger.account AS a
            SET
                posted_debits_minor = a.posted_debits_minor + net.debits,
                posted_credits_minor = a.posted_credits_minor + net.credits,
                version = net.version,
                posted_at = recorded
            FROM net
            WHERE a.id = net.account_id AND a.id = ANY(account_ids)
        )
        SELECT
            (SELECT w.ns FROM wanting AS w),
            array_agg(l.n ORDER BY l.n) FILTER (WHERE l.line = 0),
            array_agg(l.balance ORDER BY l.n) FILTER (WHERE l.line = 0),
            array_agg(l.balance ORDER BY l.n) FILTER (WHERE l.line = 1)
        INTO short, written, debit_after, credit_after
        FROM line AS l;

        EXIT WHEN short IS NULL;
        -- An item that falls short takes its credit with it, so the others are looked at again.
        left_out := left_out || short;
    END LOOP;

    RETURN QUERY
    SELECT w.n, recorded, w.debit, w.credit
    FROM unnest(written, debit_after, credit_after) AS w (n, debit, credit);
END $$;
