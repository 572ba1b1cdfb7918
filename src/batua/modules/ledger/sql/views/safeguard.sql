-- What is owed to people in each currency, and what providers, banks and exchanges hold for it.
CREATE OR REPLACE VIEW ledger.safeguard AS
SELECT
    a.currency,
    coalesce(sum(a.posted_credits_minor::numeric - a.posted_debits_minor) FILTER (
        WHERE n.kind NOT IN ('clearing', 'bank', 'fees', 'commissions', 'fx_position')
    ), 0) AS owed_minor,
    coalesce(sum(a.posted_debits_minor::numeric - a.posted_credits_minor) FILTER (
        WHERE n.kind IN ('clearing', 'bank', 'fx_position')
    ), 0) AS held_minor,
    coalesce(sum(a.pending_debits_minor::numeric) FILTER (
        WHERE n.kind NOT IN ('clearing', 'bank', 'fees', 'commissions', 'fx_position')
    ), 0) AS leaving_minor
FROM ledger.account AS a
INNER JOIN ledger.account_name AS n ON n.account_id = a.id
GROUP BY a.currency;
