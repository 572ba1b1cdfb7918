-- Pages of many histories: each person's payments of both sides, newest first, without a filter.
-- They come as the JSON that is told of them (`PaymentOut` of the API), for made here it costs a
-- fifth of the processor time that rows, objects and an encoder take.
-- people   whose; times[i], ids[i]: only what came before that payment, or "infinity"
-- limits   how many payments each page has at most
-- returns  for each page that is not empty its place in the arrays, and its payments behind 0x1E
--          each: id, time, `+` or `-` for one that succeeded and the other side's id, the JSON
--          before the other side and the JSON after, with 0x1F between; JSON has neither sign
CREATE OR REPLACE FUNCTION payments.history_pages_v1(
    people uuid[], times timestamptz[], ids uuid[], limits int[]
) RETURNS TABLE (place int, payments text)
LANGUAGE plpgsql STABLE SET search_path = payments, pg_temp
SET plan_cache_mode = force_generic_plan
-- Along the indexes of both sides, row by row until the page is full: the planner does not see how
-- few rows are wanted, and would read and sort all of somebody's payments.
SET enable_bitmapscan = off
SET enable_seqscan = off
SET enable_sort = off
SET timezone = 'UTC'
AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT w.n::int, page.payments
    FROM unnest(people, times, ids, limits) WITH ORDINALITY AS w (me, at, id, size, n)
    CROSS JOIN LATERAL (
        SELECT string_agg(
            concat(
                p.id, E'\x1f', p.at, E'\x1f',
                CASE p.status WHEN 'succeeded' THEN '+' ELSE '-' END,
                CASE WHEN p.payer = w.me THEN p.payee ELSE p.payer END, E'\x1f',
                '{"id":"', p.id, '","kind":"', p.kind, '","status":"', p.status,
                '","direction":"', CASE WHEN p.payer = w.me THEN 'out' ELSE 'in' END,
                '","amount":{"minor":', p.amount_minor, p.money,
                ',"fee":{"minor":', p.fee_minor, p.money,
                ',"note":', to_json(p.note),
                ',"reference":', to_json(p.reference),
                ',"other":', E'\x1f',
                ',"request_id":', coalesce('"' || p.request_id || '"', 'null'),
                ',"created_at":"', p.at,
                '","settled_at":', CASE
                    WHEN p.settled_at = p.created_at THEN '"' || p.at || '"'
                    ELSE coalesce('"' || replace(
                        to_char(p.settled_at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '.000000Z', 'Z'
                    ) || '"', 'null')
                END,
                ',"failure":', coalesce(to_json(p.failure)::text, 'null'),
                ',"balance_after":', coalesce(
                    '{"minor":'
                    || CASE WHEN p.payer = w.me THEN p.payer_balance_minor ELSE p.payee_balance_minor END
                    || p.money, 'null'
                ),
                '}'
            ), E'\x1e'
        ) AS payments
        FROM (
            SELECT
                side.*,
                ',"currency":"' || side.currency || '"}' AS money,
                replace(
                    to_char(side.created_at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '.000000Z', 'Z'
                ) AS at
            FROM (
                (
                    SELECT * FROM payments.payment
                    WHERE payer = w.me AND (created_at, id) < (w.at, w.id)
                    ORDER BY created_at DESC, id DESC LIMIT w.size
                )
                UNION ALL
                (
                    SELECT * FROM payments.payment
                    WHERE payee = w.me AND (created_at, id) < (w.at, w.id)
                    ORDER BY created_at DESC, id DESC LIMIT w.size
                )
            ) AS side
            ORDER BY side.created_at DESC, side.id DESC LIMIT w.size
        ) AS p
    ) AS page
    WHERE page.payments IS NOT NULL;
END $$;
