-- For the proof: payouts whose money was not set aside as they say, or whose end is another one.
CREATE OR REPLACE VIEW groups.wrong_reserve AS
SELECT p.id
FROM groups.proposal AS p
INNER JOIN groups."group" AS g ON g.id = p.group_id
LEFT JOIN ledger.held AS h ON h.id = p.hold_id
WHERE
    (p.hold_id IS NOT NULL OR (p.kind IN ('withdraw', 'loan') AND p.status IN ('approved', 'executed')))
    AND (
        (h.amount_minor, h.debit) IS DISTINCT FROM (p.amount_minor, g.pot)
        OR h.state IS DISTINCT FROM CASE p.status
            WHEN 'executed' THEN 'posted'
            WHEN 'lapsed' THEN 'voided'
            ELSE 'open'
        END
    );
