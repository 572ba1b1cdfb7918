-- For `verify`: accounts whose pending counters are not the sums of their open holds.
CREATE OR REPLACE VIEW ledger.wrong_pending AS
SELECT coalesce(a.public_id::text, h.account_id::text) AS id
FROM (
    SELECT
        own.id,
        own.public_id,
        own.pending_debits_minor,
        own.pending_credits_minor
    FROM ledger.account AS own
    WHERE own.pending_debits_minor <> 0 OR own.pending_credits_minor <> 0
) AS a
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
    a.pending_debits_minor IS DISTINCT FROM h.debits
    OR a.pending_credits_minor IS DISTINCT FROM h.credits;
