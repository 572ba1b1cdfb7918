-- For the proof: entries of sends without a payment, and payments that are not what their entry did.
-- low, high  numbers of entries, above low and up to high
CREATE OR REPLACE FUNCTION payments.strayed_v1(low bigint, high bigint)
RETURNS TABLE (entry_seq bigint, entry_id uuid, payment_id uuid, fault text)
LANGUAGE sql STABLE
-- A block has some thousand entries; of a table of millions the planner would read all.
SET enable_seqscan = off
SET max_parallel_workers_per_gather = 0
AS $$
    WITH entry AS MATERIALIZED (
        SELECT e.entry_seq, e.entry_id, e.kind, e.legs
        FROM ledger.numbered AS e
        WHERE e.entry_seq > low AND e.entry_seq <= high
    ),
    payment AS MATERIALIZED (
        -- The entry of a send has the id of the payment.
        SELECT
            e.entry_seq, p.id, p.status, p.payer, p.payee, p.currency, p.amount_minor
        FROM entry AS e
        INNER JOIN payments.payment AS p ON p.id = e.entry_id AND p.entry_id = p.id
        UNION ALL
        SELECT
            e.entry_seq, p.id, p.status, p.payer, p.payee, p.currency, p.amount_minor
        FROM entry AS e
        INNER JOIN payments.payment AS p ON p.entry_id = e.entry_id AND p.entry_id <> p.id
    ),
    transfer AS MATERIALIZED (
        SELECT t.entry_seq, t.debit, t.credit, t.amount_minor, t.currency, t.recorded_at
        FROM ledger.transfer AS t
        WHERE t.entry_seq > low AND t.entry_seq <= high AND t.n = 1
    )
    SELECT
        e.entry_seq,
        e.entry_id,
        p.id,
        CASE
            WHEN p.id IS NULL THEN 'there is no payment for this entry'
            WHEN p.status <> 'succeeded' THEN 'its money has moved, and it did not succeed'
            WHEN e.legs <> 1 OR t.amount_minor IS DISTINCT FROM p.amount_minor
                OR t.currency IS DISTINCT FROM p.currency
                THEN 'its amount is not that of its entry'
            WHEN p.payer IS NOT NULL AND t.debit IS DISTINCT FROM mine.account
                THEN 'its payer is not whose money its entry took'
            ELSE 'its payee is not who got the money of its entry'
        END
    FROM entry AS e
    LEFT JOIN payment AS p ON p.entry_seq = e.entry_seq
    LEFT JOIN transfer AS t ON t.entry_seq = e.entry_seq
    LEFT JOIN payments.wallet AS taken_from ON taken_from.account = t.debit
    LEFT JOIN payments.wallet AS mine ON mine.person = p.payer AND mine.currency = p.currency
    LEFT JOIN payments.wallet AS theirs ON theirs.person = p.payee AND theirs.currency = p.currency
    WHERE
        -- What was sent before the wallet was ours came with an import, which brings no payments.
        (
            p.id IS NULL AND e.kind IN ('send', 'request', 'pot_in')
            AND taken_from.opened_at <= t.recorded_at
        )
        OR p.status <> 'succeeded'
        OR (p.id IS NOT NULL AND (
            e.legs <> 1
            OR t.amount_minor IS DISTINCT FROM p.amount_minor
            OR t.currency IS DISTINCT FROM p.currency
            OR (p.payer IS NOT NULL AND t.debit IS DISTINCT FROM mine.account)
            OR (p.payee IS NOT NULL AND t.credit IS DISTINCT FROM theirs.account)
        ))
$$;
