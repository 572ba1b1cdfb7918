-- For the proof: dues of which other money is said to be paid than contributions paid of them, and
-- contributions that paid more dues than they brought.
CREATE OR REPLACE VIEW groups.wrong_dues AS
SELECT r.id
FROM groups.dues_row AS r
LEFT JOIN (
    SELECT
        p.row_id,
        sum(p.dues_minor)::bigint AS dues_minor,
        sum(p.fine_minor)::bigint AS fine_minor
    FROM groups.dues_payment AS p
    GROUP BY p.row_id
) AS paid ON paid.row_id = r.id
WHERE
    (r.paid_minor, r.fine_paid_minor)
    IS DISTINCT FROM (coalesce(paid.dues_minor, 0), coalesce(paid.fine_minor, 0))
UNION ALL
SELECT t.id
FROM groups.transaction AS t
INNER JOIN groups.dues_payment AS p ON p.transaction_id = t.id
GROUP BY t.id, t.kind, t.amount_minor
HAVING t.kind <> 'contribution' OR sum(p.dues_minor + p.fine_minor) > t.amount_minor;
