-- For other modules: whose each account is.
CREATE OR REPLACE VIEW ledger.named AS
SELECT
    a.public_id,
    n.kind,
    n.owner,
    a.currency
FROM ledger.account AS a
INNER JOIN ledger.account_name AS n ON n.account_id = a.id;
