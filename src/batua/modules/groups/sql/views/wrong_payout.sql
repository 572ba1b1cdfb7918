-- For the proof: payouts that are said to have gone on to a bank and did not, or not as they say, and
-- money that went from a pot to a bank without a vote that paid it there.
CREATE OR REPLACE VIEW groups.wrong_payout AS
SELECT coalesce(o.proposal_id, w.id) AS id
FROM (
    SELECT
        own.proposal_id,
        own.group_id,
        own.person,
        own.status,
        own.withdrawal_id,
        p.amount_minor,
        p.status AS decided
    FROM groups.payout AS own
    INNER JOIN groups.proposal AS p ON p.id = own.proposal_id
) AS o
FULL JOIN payments.passed_out AS w ON w.id = o.withdrawal_id
WHERE
    (o.withdrawal_id IS NOT NULL OR w.id IS NOT NULL)
    AND (
        (o.group_id, o.person, o.amount_minor, o.decided)
        IS DISTINCT FROM (w.pot_id, w.payer, w.amount_minor, 'executed')
        OR o.status IS DISTINCT FROM CASE w.status
            WHEN 'succeeded' THEN 'arrived'
            WHEN 'failed' THEN 'returned'
            ELSE 'sent'
        END
    );
