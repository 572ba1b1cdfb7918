-- For the proof: lines of statements that no entry made, or that say another amount than it moved,
-- and money that moved on a group's pot without a line.
CREATE OR REPLACE VIEW groups.wrong_transaction AS
SELECT coalesce(t.id, e.entry_id) AS id
FROM (
    SELECT
        own.id,
        own.entry_id,
        own.amount_minor,
        g.pot
    FROM groups.transaction AS own
    INNER JOIN groups."group" AS g ON g.id = own.group_id
    -- What is set against savings moves no money.
    WHERE own.status = 'succeeded' AND own.kind <> 'offset'
) AS t
FULL JOIN (
    SELECT
        n.entry_id,
        moved.pot,
        sum(moved.amount_minor)::bigint AS amount_minor
    FROM (
        SELECT g.pot, m.entry_seq, m.recorded_at, m.amount_minor
        FROM ledger.transfer AS m
        INNER JOIN groups."group" AS g ON g.pot = m.credit
        UNION ALL
        SELECT g.pot, m.entry_seq, m.recorded_at, -m.amount_minor AS amount_minor
        FROM ledger.transfer AS m
        INNER JOIN groups."group" AS g ON g.pot = m.debit
    ) AS moved
    INNER JOIN ledger.numbered AS n
        ON n.entry_seq = moved.entry_seq AND n.recorded_at = moved.recorded_at
    GROUP BY n.entry_id, moved.pot
) AS e ON e.entry_id = t.entry_id AND e.pot = t.pot
WHERE t.amount_minor IS DISTINCT FROM e.amount_minor;
