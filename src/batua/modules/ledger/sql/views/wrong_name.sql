-- For `verify`: accounts without a name, names without an account, and those that differ in currency.
CREATE OR REPLACE VIEW ledger.wrong_name AS
SELECT coalesce(a.public_id::text, n.account_id::text) AS id
FROM ledger.account AS a
FULL JOIN ledger.account_name AS n ON n.account_id = a.id
WHERE n.currency IS DISTINCT FROM a.currency;
