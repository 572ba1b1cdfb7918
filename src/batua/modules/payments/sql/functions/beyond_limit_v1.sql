-- For the proof: payments above what could go in one payment when they were made.
-- A rule that changed within the minute before counts as it was, or as it became.
-- monies, decimals  every currency, and how many decimals it has: rules for any count hundredths
CREATE OR REPLACE FUNCTION payments.beyond_limit_v1(
    tier text, monies text [], decimals smallint []
) RETURNS TABLE (id uuid)
LANGUAGE sql STABLE
AS $$
    WITH cap AS MATERIALIZED (
        SELECT
            c.currency, r.valid_from, r.valid_until, r.currency IS NULL AS is_any,
            CASE
                WHEN r.currency IS NOT NULL THEN r.amount_minor
                WHEN c.decimals >= 2 THEN r.amount_minor * (10 ^ (c.decimals - 2))::bigint
                ELSE r.amount_minor / (10 ^ (2 - c.decimals))::bigint
            END AS minor
        FROM unnest(monies, decimals) AS c (currency, decimals)
        INNER JOIN payments.limit_rule AS r
            ON r.kind = 'per_send' AND r.tier = beyond_limit_v1.tier
            AND (r.currency = c.currency OR r.currency IS NULL)
    )
    SELECT p.id
    FROM payments.payment AS p
    WHERE
        p.kind IN ('send', 'request', 'withdrawal', 'pot_in')
        AND (p.attempt_id IS NULL OR p.kind <> 'pot_in')
        AND (p.pot_id IS NULL OR p.kind <> 'withdrawal')
        AND p.status IN ('succeeded', 'pending', 'unknown')
        -- First what costs nothing: hardly a payment is above the lowest cap of all.
        AND p.amount_minor > (SELECT min(c.minor) FROM cap AS c)
        AND p.amount_minor > (
            SELECT max(in_force.minor)
            FROM (VALUES (p.created_at), (p.created_at - interval '1 minute')) AS moment (at)
            CROSS JOIN LATERAL (
                SELECT c.minor
                FROM cap AS c
                WHERE
                    c.currency = p.currency AND c.valid_from <= moment.at
                    AND (c.valid_until IS NULL OR c.valid_until > moment.at)
                ORDER BY c.is_any, c.valid_from DESC
                LIMIT 1
            ) AS in_force
        )
$$;
