-- Send many payments from people to people, as if one after another: keys, limits, PIN rule,
-- ledger, payments and facts in one call.
-- A payment that cannot be made just so is left out, leaves nothing behind and harms no other; the
-- way for single payments tells why, or makes it.
-- items    ids[i]: payers[i] pays amounts_minor[i] of currencies[i] to payees[i]
--          requests[i]       the wish it answers, or null
--          pins[i]           whether the PIN was given for it
--          acquainted[i]     whether it is known that the payer has paid the payee before
--          days[i], months[i]  when the day and the month of the payer began
--          decimals[i]       of the currency: a rule for any currency counts hundredths
-- at       the caller's clock
-- returns  a row for each payment made: its place in the arrays, and the balances it left
CREATE OR REPLACE FUNCTION payments.send_batch_v1(
    ids uuid[],
    payers uuid[],
    payees uuid[],
    currencies text[],
    amounts_minor bigint[],
    notes text[],
    codes text[],
    keys text[],
    hashes bytea[],
    requests uuid[],
    pins boolean[],
    acquainted boolean[],
    days timestamptz[],
    months timestamptz[],
    decimals smallint[],
    tier text,
    at timestamptz
) RETURNS TABLE (n bigint, payer_balance_minor bigint, payee_balance_minor bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = payments, pg_temp
SET plan_cache_mode = force_generic_plan
-- One account that somebody holds must not hold everybody up: each then goes its own way.
SET lock_timeout = '1s'
-- The planner takes an array for ten rows: it would join a thousand by nested loops, and look for
-- a thousand keys in each row of a table that was small when the plan was made.
SET enable_nestloop = off
SET enable_seqscan = off
-- Joins in the order they are written: all items share a currency, which is no way to join them.
SET join_collapse_limit = 1
AS $$
DECLARE
    people uuid[];
    monies text[];
    claimed uuid[];
    good bigint[];
    good_ids uuid[];
    good_kinds text[];
    good_minors bigint[];
    good_currencies text[];
    debits uuid[];
    credits uuid[];
    payer_kept uuid[];
    currency_kept text[];
    day_kept bigint[];
    month_kept bigint[];
    written bigint[];
    payer_after bigint[];
    payee_after bigint[];
BEGIN
    SELECT array_agg(DISTINCT p.person) INTO people FROM unnest(payers || payees) AS p (person);
    SELECT array_agg(DISTINCT c.currency) INTO monies FROM unnest(currencies) AS c (currency);

    -- Keys first and in order, then requests, then accounts: whoever sends keeps to this.
    WITH taken AS (
        INSERT INTO payments.key (person, key, request_hash, result)
        SELECT i.payer, i.key, i.hash, i.id
        FROM unnest(payers, keys, hashes, ids) AS i (payer, key, hash, id)
        ORDER BY i.payer, i.key
        ON CONFLICT DO NOTHING
        RETURNING result
    )
    SELECT coalesce(array_agg(t.result), '{}') INTO claimed FROM taken AS t;

    IF cardinality(array_remove(requests, NULL)) > 0 THEN
        PERFORM
        FROM payments.request AS r
        WHERE r.id = ANY(requests)
        ORDER BY r.id
        FOR NO KEY UPDATE;
    END IF;

    PERFORM ledger.lock_v1((
        SELECT array_agg(w.account)
        FROM payments.wallet AS w
        WHERE w.person = ANY(people) AND w.currency = ANY(monies)
    ));

    WITH item AS MATERIALIZED (
        SELECT i.*
        FROM unnest(
            ids, payers, payees, currencies, amounts_minor, requests, pins, acquainted, days,
            months, decimals
        ) WITH ORDINALITY AS i (
            id, payer, payee, currency, minor, request, pin, acquainted, day, month, decimals, n
        )
    ),
    wallet AS MATERIALIZED (
        SELECT w.person, w.currency, w.account
        FROM payments.wallet AS w
        WHERE w.person = ANY(people) AND w.currency = ANY(monies)
    ),
    wish AS MATERIALIZED (
        SELECT r.id, r.asker, r.payer, r.currency, r.amount_minor
        FROM payments.request AS r
        WHERE r.id = ANY(requests) AND r.status = 'open' AND r.expires_at > at
    ),
    cap AS MATERIALIZED (
        SELECT
            asked.currency,
            min(rule.minor) FILTER (WHERE rule.kind = 'per_send') AS per_send,
            min(rule.minor) FILTER (WHERE rule.kind = 'day') AS day,
            min(rule.minor) FILTER (WHERE rule.kind = 'month') AS month,
            min(rule.minor) FILTER (WHERE rule.kind = 'no_pin_below') AS no_pin_below
        FROM (SELECT DISTINCT i.currency, i.decimals FROM item AS i) AS asked
        CROSS JOIN LATERAL (
            SELECT DISTINCT ON (l.kind)
                l.kind,
                CASE
                    WHEN l.currency IS NOT NULL THEN l.amount_minor
                    WHEN asked.decimals >= 2
                        THEN l.amount_minor * (10 ^ (asked.decimals - 2))::bigint
                    ELSE l.amount_minor / (10 ^ (2 - asked.decimals))::bigint
                END AS minor
            FROM payments.limit_rule AS l
            WHERE
                l.tier = send_batch_v1.tier
                AND (l.currency = asked.currency OR l.currency IS NULL)
                AND l.valid_from <= at AND (l.valid_until IS NULL OR l.valid_until > at)
            ORDER BY l.kind, l.currency IS NULL, l.valid_from DESC
        ) AS rule
        GROUP BY asked.currency
    ),
    kept AS MATERIALIZED (
        SELECT *
        FROM payments.spent AS s
        WHERE s.person = ANY(people) AND s.currency = ANY(monies)
    ),
    spent AS MATERIALIZED (
        SELECT
            p.payer,
            p.currency,
            coalesce(k.day_minor, sums.day_minor, 0) AS day_minor,
            coalesce(k.month_minor, sums.month_minor, 0) AS month_minor
        FROM (SELECT DISTINCT i.payer, i.currency, i.day, i.month FROM item AS i) AS p
        LEFT JOIN kept AS k
            ON k.person = p.payer AND k.currency = p.currency
            AND k.day_from = p.day AND k.month_from = p.month
        CROSS JOIN LATERAL (
            -- An aggregate under a condition that is false reads nothing.
            SELECT
                sum(q.amount_minor) FILTER (WHERE q.created_at >= p.day)::bigint AS day_minor,
                sum(q.amount_minor)::bigint AS month_minor
            FROM payments.payment AS q
            WHERE
                k.person IS NULL
                AND q.payer = p.payer AND q.currency = p.currency AND q.created_at >= p.month
                AND q.kind IN ('send', 'request', 'withdrawal', 'pot_in')
                -- What a checkout brought for a pot passed through, and what goes from one to a bank.
                AND (q.attempt_id IS NULL OR q.kind <> 'pot_in')
                AND (q.pot_id IS NULL OR q.kind <> 'withdrawal')
                AND q.status IN ('succeeded', 'pending', 'unknown')
        ) AS sums
    ),
    judged AS MATERIALIZED (
        SELECT
            i.n,
            i.id,
            i.minor,
            i.currency,
            i.request,
            mine.account AS debit,
            theirs.account AS credit,
            i.minor > 0 AND i.payer <> i.payee
            AND (
                i.request IS NULL OR (
                    row_number() OVER (PARTITION BY i.request ORDER BY i.n) = 1
                    AND r.asker = i.payee AND r.payer = i.payer
                    AND r.currency = i.currency AND r.amount_minor = i.minor
                )
            )
            AND i.minor <= c.per_send
            AND s.day_minor + sum(i.minor) OVER along <= c.day
            AND s.month_minor + sum(i.minor) OVER along <= c.month
            AND (
                i.pin OR (
                    i.minor < c.no_pin_below
                    AND (
                        i.acquainted OR (
                            SELECT true
                            FROM payments.payment AS q
                            WHERE
                                q.payer = i.payer AND q.payee = i.payee
                                AND q.kind IN ('send', 'request') AND q.status = 'succeeded'
                            LIMIT 1
                        )
                    )
                )
            ) AS is_good
        FROM item AS i
        INNER JOIN unnest(claimed) AS new (id) ON new.id = i.id
        INNER JOIN wallet AS mine ON mine.person = i.payer AND mine.currency = i.currency
        INNER JOIN wallet AS theirs ON theirs.person = i.payee AND theirs.currency = i.currency
        INNER JOIN cap AS c ON c.currency = i.currency
        INNER JOIN spent AS s ON s.payer = i.payer AND s.currency = i.currency
        LEFT JOIN wish AS r ON r.id = i.request
        WINDOW along AS (PARTITION BY i.payer, i.currency ORDER BY i.n)
    )
    SELECT
        array_agg(j.n ORDER BY j.n),
        array_agg(j.id ORDER BY j.n),
        array_agg(CASE WHEN j.request IS NULL THEN 'send' ELSE 'request' END ORDER BY j.n),
        array_agg(j.minor ORDER BY j.n),
        array_agg(j.currency ORDER BY j.n),
        array_agg(j.debit ORDER BY j.n),
        array_agg(j.credit ORDER BY j.n),
        (SELECT array_agg(s.payer ORDER BY s.payer, s.currency) FROM spent AS s),
        (SELECT array_agg(s.currency ORDER BY s.payer, s.currency) FROM spent AS s),
        (SELECT array_agg(s.day_minor ORDER BY s.payer, s.currency) FROM spent AS s),
        (SELECT array_agg(s.month_minor ORDER BY s.payer, s.currency) FROM spent AS s)
    INTO
        good, good_ids, good_kinds, good_minors, good_currencies, debits, credits,
        payer_kept, currency_kept, day_kept, month_kept
    FROM judged AS j
    WHERE j.is_good;

    -- The entry has the id of the payment, so it needs no other reference.
    SELECT
        array_agg(good[p.n] ORDER BY p.n),
        array_agg(p.debit_balance_minor ORDER BY p.n),
        array_agg(p.credit_balance_minor ORDER BY p.n)
    INTO written, payer_after, payee_after
    FROM ledger.post_batch_v1(
        good_ids,
        good_kinds,
        array_fill(''::text, ARRAY[coalesce(cardinality(good), 0)]),
        debits,
        credits,
        good_minors,
        good_currencies,
        at
    ) AS p;

    WITH made AS MATERIALIZED (
        SELECT w.payer_after, w.payee_after, i.*
        FROM unnest(written, payer_after, payee_after) AS w (n, payer_after, payee_after)
        INNER JOIN unnest(
            ids, payers, payees, currencies, amounts_minor, notes, codes, requests, days, months
        ) WITH ORDINALITY AS i (
            id, payer, payee, currency, minor, note, code, request, day, month, n
        ) ON i.n = w.n
    ),
    paid AS (
        INSERT INTO payments.payment (
            id, kind, status, payer, payee, currency, amount_minor, note, reference, request_id,
            entry_id, payer_balance_minor, payee_balance_minor, created_at, settled_at
        )
        SELECT
            m.id, CASE WHEN m.request IS NULL THEN 'send' ELSE 'request' END, 'succeeded',
            m.payer, m.payee, m.currency, m.minor, m.note, m.code, m.request,
            m.id, m.payer_after, m.payee_after, at, at
        FROM made AS m
        ORDER BY m.n
    ),
    answered AS (
        UPDATE payments.request AS r
        SET status = 'paid', closed_at = greatest(at, r.created_at)
        FROM made AS m
        WHERE r.id = m.request AND r.id = ANY(requests)
    ),
    counted AS (
        INSERT INTO payments.spent AS s (
            person, currency, day_from, month_from, day_minor, month_minor
        )
        SELECT
            m.payer, m.currency, max(m.day), max(m.month),
            max(k.day_minor) + sum(m.minor), max(k.month_minor) + sum(m.minor)
        FROM made AS m
        INNER JOIN unnest(payer_kept, currency_kept, day_kept, month_kept)
            AS k (payer, currency, day_minor, month_minor)
            ON k.payer = m.payer AND k.currency = m.currency
        GROUP BY m.payer, m.currency
        ON CONFLICT (person, currency) DO UPDATE
        SET
            day_from = excluded.day_from, month_from = excluded.month_from,
            day_minor = excluded.day_minor, month_minor = excluded.month_minor
    ),
    stated AS (
        INSERT INTO journal.fact (at, kind, subject, actor, audience, data)
        SELECT send_batch_v1.at, f.kind, f.subject, f.payer, f.audience, f.data
        FROM (
            SELECT
                m.n, 'payments.sent' AS kind, m.id AS subject, m.payer,
                ARRAY[m.payer, m.payee] AS audience,
                jsonb_strip_nulls(jsonb_build_object(
                    'amount', jsonb_build_object('minor', m.minor, 'currency', m.currency),
                    'request', m.request
                )) AS data
            FROM made AS m
            UNION ALL
            SELECT
                m.n, 'payments.request_paid', m.request, m.payer, ARRAY[m.payee, m.payer],
                jsonb_build_object(
                    'request', m.request, 'asker', m.payee, 'payer', m.payer, 'payment', m.id,
                    'amount', jsonb_build_object('minor', m.minor, 'currency', m.currency)
                )
            FROM made AS m
            WHERE m.request IS NOT NULL
        ) AS f
        ORDER BY f.n
    )
    -- A refused order leaves no key: the next with it is a first one again.
    DELETE FROM payments.key AS k
    WHERE
        cardinality(claimed) > coalesce(cardinality(written), 0)
        AND k.person = ANY(people) AND k.key = ANY(keys) AND k.result = ANY(claimed)
        AND k.result NOT IN (SELECT m.id FROM made AS m);

    RETURN QUERY
    SELECT w.n, w.payer, w.payee
    FROM unnest(written, payer_after, payee_after) AS w (n, payer, payee);
END $$;
