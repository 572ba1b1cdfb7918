-- For `verify`: currencies in which all balances, or all pending sums, are not zero together.
CREATE OR REPLACE VIEW ledger.wrong_total AS
SELECT a.currency AS id
FROM ledger.account AS a
GROUP BY a.currency
HAVING
    sum(a.posted_credits_minor::numeric - a.posted_debits_minor) <> 0
    OR sum(a.pending_credits_minor::numeric - a.pending_debits_minor) <> 0;
