-- For `verify`: accounts whose pending counters are not the sums of their open holds.
CREATE OR REPLACE VIEW ledger.wrong_pending AS
SELECT coalesce(a.public_id::text, h.account_id::text) AS id
FROM ledger.account AS a
FULL JOIN (
    SELECT
        side.account_id,
        sum(side.debits) AS debits,
        sum(side.credits) AS credits
    FROM ledger.hold AS open_hold
    CROSS JOIN LATERAL (
        VALUES
        (open_hold.debit_id, open_hold.amount_minor, 0),
        (open_hold.credit_id, 0, open_hold.amount_minor)
    ) AS side (account_id, debits, credits)
    WHERE open_hold.state = 'open'
    GROUP BY side.account_id
) AS h ON h.account_id = a.id
WHERE
    a.id IS NULL
    OR a.pending_debits_minor <> coalesce(h.debits, 0)
    OR a.pending_credits_minor <> coalesce(h.credits, 0);
