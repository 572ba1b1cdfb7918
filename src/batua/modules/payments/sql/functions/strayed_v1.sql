-- For the proof: entries of sends without a payment, and payments that are not what their entry did.
-- low, high  numbers of entries, above low and up to high
CREATE OR REPLACE FUNCTION payments.strayed_v1(low bigint, high bigint)
RETURNS TABLE (entry_seq bigint, entry_id uuid, payment_id uuid, fault text)
LANGUAGE sql STABLE
AS $$
    WITH paid AS MATERIALIZED (
        SELECT
            e.entry_seq, e.entry_id, e.kind AS entry_kind, e.legs, e.recorded_at, p.*
        FROM ledger.numbered AS e
        LEFT JOIN LATERAL (
            SELECT
                q.id, q.kind, q.status, q.payer, q.payee, q.currency, q.amount_minor,
                q.payer_balance_minor, q.payee_balance_minor, q.hold_id
            FROM payments.payment AS q
            WHERE (q.id = e.entry_id AND q.entry_id = q.id)
            UNION ALL
            SELECT
                q.id, q.kind, q.status, q.payer, q.payee, q.currency, q.amount_minor,
                q.payer_balance_minor, q.payee_balance_minor, q.hold_id
            FROM payments.payment AS q
            WHERE (q.entry_id = e.entry_id AND q.entry_id <> q.id)
        ) AS p ON true
        WHERE e.entry_seq > low AND e.entry_seq <= high
    )
    SELECT
        p.entry_seq,
        p.entry_id,
        p.id,
        CASE
            WHEN p.id IS NULL THEN 'there is no payment for this entry'
            WHEN p.status <> 'succeeded' THEN 'its money has moved, and it did not succeed'
            WHEN p.legs <> 1 OR t.amount_minor IS DISTINCT FROM p.amount_minor
                OR t.currency IS DISTINCT FROM p.currency
                THEN 'its amount is not that of its entry'
            WHEN p.payer IS NOT NULL AND t.debit IS DISTINCT FROM mine.account
                THEN 'its payer is not whose money its entry took'
            WHEN p.payee IS NOT NULL AND t.credit IS DISTINCT FROM theirs.account
                THEN 'its payee is not who got the money of its entry'
        END
    FROM paid AS p
    LEFT JOIN ledger.transfer AS t
        ON t.entry_seq = p.entry_seq AND t.recorded_at = p.recorded_at AND t.n = 1
    LEFT JOIN payments.wallet AS mine ON mine.person = p.payer AND mine.currency = p.currency
    LEFT JOIN payments.wallet AS theirs ON theirs.person = p.payee AND theirs.currency = p.currency
    WHERE
        (p.id IS NULL AND p.entry_kind IN ('send', 'request'))
        OR p.status <> 'succeeded' OR p.legs <> 1
        OR (p.id IS NOT NULL AND (
            t.amount_minor IS DISTINCT FROM p.amount_minor
            OR t.currency IS DISTINCT FROM p.currency
            OR (p.payer IS NOT NULL AND t.debit IS DISTINCT FROM mine.account)
            OR (p.payee IS NOT NULL AND t.credit IS DISTINCT FROM theirs.account)
        ))
$$;
