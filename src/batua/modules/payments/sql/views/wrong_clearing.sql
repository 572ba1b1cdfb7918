-- For the proof: what providers have moved for us, where no entry of the same amount did it in the
-- ledger, and entries with a provider that it knows nothing of.
CREATE OR REPLACE VIEW payments.wrong_clearing AS
SELECT coalesce(m.id, e.entry_id) AS id
FROM (
    SELECT own.*
    FROM gateways.moved AS own
    WHERE
        own.purpose IN ('payments.top_up', 'payments.withdrawal', 'payments.link')
        -- A module above asked for it, and it passes through a wallet.
        OR EXISTS (
            SELECT 1 FROM payments.payment AS p
            WHERE p.attempt_id = own.id AND p.kind IN ('top_up', 'withdrawal')
        )
) AS m
FULL JOIN (
    SELECT
        n.entry_id,
        n.kind,
        t.amount_minor,
        t.currency,
        a.owner AS provider
    FROM ledger.numbered AS n
    INNER JOIN ledger.transfer AS t
        ON t.entry_seq = n.entry_seq AND t.recorded_at = n.recorded_at AND t.n = 1
    INNER JOIN ledger.named AS a
        ON a.kind = 'clearing'
        AND a.public_id = CASE n.kind WHEN 'withdrawal' THEN t.credit ELSE t.debit END
    WHERE
        n.kind IN ('top_up', 'withdrawal', 'link')
        AND a.owner IN (SELECT p.name FROM gateways.provider AS p)
) AS e ON e.entry_id = m.id
WHERE
    (m.provider, m.currency, m.amount_minor, m.direction)
    IS DISTINCT FROM (
        e.provider, e.currency, e.amount_minor, CASE e.kind WHEN 'withdrawal' THEN 'out' ELSE 'in' END
    );
