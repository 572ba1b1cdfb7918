-- For the proof: withdrawals whose money was not set aside as they say, or whose end is another one.
CREATE OR REPLACE VIEW payments.wrong_hold AS
SELECT p.id
FROM payments.payment AS p
LEFT JOIN ledger.held AS h ON h.id = p.hold_id
LEFT JOIN payments.wallet AS w ON w.person = p.payer AND w.currency = p.currency
WHERE
    p.kind = 'withdrawal'
    AND (
        (h.amount_minor, h.debit) IS DISTINCT FROM (p.amount_minor, w.account)
        OR h.state IS DISTINCT FROM CASE p.status
            WHEN 'succeeded' THEN 'posted'
            WHEN 'failed' THEN 'voided'
            ELSE 'open'
        END
    );
