-- For `verify`: holds whose end is not what the entries tell.
CREATE OR REPLACE VIEW ledger.wrong_hold AS
SELECT coalesce(h.id, e.hold_id) AS id
FROM ledger.hold AS h
FULL JOIN (
    SELECT
        posted.hold_id,
        posted.legs,
        paid.account_id,
        -paid.amount_minor AS minor
    FROM ledger.entry AS posted
    LEFT JOIN ledger.posting AS paid
        ON paid.entry_seq = posted.seq AND paid.line = 0 AND paid.recorded_at = posted.recorded_at
    WHERE posted.hold_id IS NOT NULL
) AS e ON e.hold_id = h.id
WHERE
    h.id IS NULL
    OR (h.state = 'posted') <> (e.hold_id IS NOT NULL)
    OR (
        h.state = 'posted'
        AND (h.posted_minor, h.debit_id, 1) IS DISTINCT FROM (e.minor, e.account_id, e.legs)
    );
