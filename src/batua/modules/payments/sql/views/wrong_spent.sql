-- For the proof: what is kept of a payer's day and month, where the payments add up to something else.
CREATE OR REPLACE VIEW payments.wrong_spent AS
SELECT s.person::text || ' ' || s.currency AS id
FROM payments.spent AS s
LEFT JOIN (
    SELECT
        p.payer,
        p.currency,
        sum(p.amount_minor) AS month_minor,
        sum(p.amount_minor) FILTER (WHERE p.created_at >= k.day_from) AS day_minor
    FROM payments.payment AS p
    INNER JOIN payments.spent AS k ON k.person = p.payer AND k.currency = p.currency
    WHERE
        p.created_at >= k.month_from
        AND p.kind IN ('send', 'request', 'withdrawal', 'pot_in')
        AND (p.attempt_id IS NULL OR p.kind <> 'pot_in')
        AND (p.pot_id IS NULL OR p.kind <> 'withdrawal')
        AND p.status IN ('succeeded', 'pending', 'unknown')
    GROUP BY p.payer, p.currency
) AS sums ON sums.payer = s.person AND sums.currency = s.currency
WHERE
    s.month_minor <> coalesce(sums.month_minor, 0)
    OR s.day_minor <> coalesce(sums.day_minor, 0);
