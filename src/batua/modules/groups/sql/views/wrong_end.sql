-- For the proof: groups that were ended by a vote whose shares are not paid although it says so, or
-- are not all that was in the pot, or that have money left when all shares are paid.
CREATE OR REPLACE VIEW groups.wrong_end AS
SELECT g.id
FROM groups.proposal AS p
INNER JOIN groups."group" AS g ON g.id = p.group_id
INNER JOIN ledger.named AS a ON a.public_id = g.pot
LEFT JOIN LATERAL (
    SELECT
        coalesce(-sum(t.amount_minor) FILTER (WHERE t.status = 'pending'), 0) AS waiting_minor,
        count(*) FILTER (WHERE t.status NOT IN ('pending', 'succeeded')) AS others
    FROM groups.transaction AS t
    WHERE t.proposal_id = p.id AND t.kind = 'share'
) AS shares ON true
WHERE
    p.kind = 'dissolve' AND p.status IN ('executing', 'executed')
    AND (
        g.dissolved_at IS NULL
        OR shares.others > 0
        OR a.balance_minor <> shares.waiting_minor
        OR a.is_open IS DISTINCT FROM (p.status = 'executing')
    );
