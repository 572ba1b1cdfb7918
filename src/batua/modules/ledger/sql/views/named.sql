-- For other modules: whose each account is.
CREATE OR REPLACE VIEW ledger.named AS
SELECT
    a.public_id,
    n.kind,
    n.owner,
    a.currency,
    a.is_open,
    a.posted_credits_minor - a.posted_debits_minor AS balance_minor
FROM ledger.account AS a
INNER JOIN ledger.account_name AS n ON n.account_id = a.id;
