-- For `verify`: the accounts of a range, each with what its postings make of it.
-- The chain of an account: versions 1, 2, 3 …, each balance the one before plus the amount, the
-- numbers of its entries never falling. A window over the primary key reads it once, in order.
-- low, high  internal ids, above low and up to high
-- broken_at  the first version that breaks the chain
-- fault      null when all is well; sums are numeric, so that a planted number cannot overflow them
CREATE OR REPLACE FUNCTION ledger.seen_accounts_v1(low bigint, high bigint)
RETURNS TABLE (
    account_id bigint,
    public_id uuid,
    is_known boolean,
    postings bigint,
    broken_at bigint,
    fault text
) LANGUAGE sql STABLE
AS $$
    SELECT
        coalesce(a.id, c.account_id),
        a.public_id,
        a.id IS NOT NULL,
        coalesce(c.postings, 0),
        c.broken_at,
        CASE
            WHEN a.id IS NULL THEN 'there are postings but no account'
            WHEN c.broken_at IS NOT NULL THEN 'the chain of balances breaks here'
            WHEN a.version <> coalesce(c.postings, 0) THEN 'version is not the number of postings'
            WHEN a.posted_debits_minor <> coalesce(c.debits, 0)
                THEN 'posted_debits_minor is not the sum of its debits'
            WHEN a.posted_credits_minor <> coalesce(c.credits, 0)
                THEN 'posted_credits_minor is not the sum of its credits'
            WHEN n.currency IS DISTINCT FROM a.currency THEN 'currency is not that of its name'
        END
    FROM (
        SELECT *
        FROM ledger.account AS own
        WHERE own.id > low AND own.id <= high
    ) AS a
    FULL JOIN (
        SELECT
            step.account_id,
            count(*) AS postings,
            sum(-step.amount_minor) FILTER (WHERE step.amount_minor < 0) AS debits,
            sum(step.amount_minor) FILTER (WHERE step.amount_minor > 0) AS credits,
            min(step.version) FILTER (
                WHERE step.version <> step.place
                OR step.balance_after_minor <> step.balance_before + step.amount_minor
                OR step.entry_seq < step.entry_before
            ) AS broken_at
        FROM (
            SELECT
                p.account_id,
                p.version,
                p.entry_seq,
                p.amount_minor,
                p.balance_after_minor,
                row_number() OVER along AS place,
                coalesce(lag(p.balance_after_minor) OVER along, 0)::numeric AS balance_before,
                lag(p.entry_seq) OVER along AS entry_before
            FROM ledger.posting AS p
            WHERE p.account_id > low AND p.account_id <= high
            WINDOW along AS (PARTITION BY p.account_id ORDER BY p.version)
        ) AS step
        GROUP BY step.account_id
    ) AS c ON c.account_id = a.id
    LEFT JOIN ledger.account_name AS n ON n.account_id = a.id
$$;
