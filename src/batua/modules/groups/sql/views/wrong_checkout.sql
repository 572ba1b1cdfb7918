-- For the proof: money that came by a checkout and is neither in the pot nor in the payer's wallet,
-- and money that is said to be there and did not come. Another amount than was asked for, and money
-- for a wallet that is closed, wait in suspense.
CREATE OR REPLACE VIEW groups.wrong_checkout AS
SELECT t.id
FROM groups.checkout AS c
INNER JOIN groups.transaction AS t ON t.id = c.transaction_id
LEFT JOIN gateways.moved AS m ON m.id = t.attempt_id
WHERE
    CASE WHEN t.status = 'succeeded' THEN t.amount_minor ELSE 0 END + c.kept_minor
    <> CASE
        WHEN t.failure IN ('amount_mismatch', 'wallet_closed') THEN 0
        ELSE coalesce(m.amount_minor, 0)
    END;
