-- For the seal of the ledger: what payments know of its entries, a row for each payment that an entry
-- made: who paid whom, how much, in answer to which key, and what came of it.
-- Not the note: people may have it erased; its hash is part of the request's hash.
-- low, high  numbers of entries, above low and up to high
-- said       the fields as PostgreSQL sends them; what is named here is never altered or dropped:
--            other fields are another function, `_v2`
CREATE OR REPLACE FUNCTION payments.witness_v1(low bigint, high bigint)
RETURNS TABLE (entry_seq bigint, said bytea)
LANGUAGE sql STABLE
-- A block has some thousand entries; of a table of millions the planner would read all.
SET enable_seqscan = off
SET max_parallel_workers_per_gather = 0
AS $$
    WITH entry AS MATERIALIZED (
        SELECT e.entry_seq, e.entry_id, e.kind
        FROM ledger.numbered AS e
        WHERE e.entry_seq > low AND e.entry_seq <= high
    ),
    -- Ids rise with the time, so the sends of a block, and their keys, lie side by side.
    reach AS MATERIALIZED (
        SELECT
            (SELECT s.entry_id FROM entry AS s
            WHERE s.kind IN ('send', 'request') ORDER BY s.entry_id LIMIT 1) AS first,
            (SELECT s.entry_id FROM entry AS s
            WHERE s.kind IN ('send', 'request') ORDER BY s.entry_id DESC LIMIT 1) AS last
    ),
    near AS MATERIALIZED (
        SELECT k.person, k.key, k.request_hash, k.result
        FROM payments.key AS k
        WHERE
            k.result >= (SELECT r.first FROM reach AS r)
            AND k.result <= (SELECT r.last FROM reach AS r)
    ),
    -- What was settled later than it was ordered: few, each found by an index.
    later AS MATERIALIZED (
        SELECT e.entry_seq, p.id
        FROM entry AS e
        INNER JOIN payments.payment AS p ON p.entry_id = e.entry_id AND p.entry_id <> p.id
    )
    SELECT
        e.entry_seq,
        record_send(ROW(
            p.id, p.kind::text, p.status::text, p.payer, p.payee, p.currency::text,
            p.amount_minor, p.fee_minor, p.reference::text, p.request_id, p.refund_of,
            p.attempt_id, p.destination_id, p.entry_id, p.hold_id, p.payer_balance_minor,
            p.payee_balance_minor, p.created_at, p.settled_at,
            n.person, n.key::text, n.request_hash
        ))
    FROM entry AS e
    INNER JOIN payments.payment AS p ON p.id = e.entry_id
    LEFT JOIN near AS n ON n.result = p.id AND n.person = coalesce(p.payer, p.payee)
    WHERE
        -- The entry of a send has the id of the payment.
        p.id >= (SELECT r.first FROM reach AS r) AND p.id <= (SELECT r.last FROM reach AS r)
        AND p.entry_id = p.id
    UNION ALL
    SELECT
        l.entry_seq,
        record_send(ROW(
            p.id, p.kind::text, p.status::text, p.payer, p.payee, p.currency::text,
            p.amount_minor, p.fee_minor, p.reference::text, p.request_id, p.refund_of,
            p.attempt_id, p.destination_id, p.entry_id, p.hold_id, p.payer_balance_minor,
            p.payee_balance_minor, p.created_at, p.settled_at,
            k.person, k.key::text, k.request_hash
        ))
    FROM later AS l
    INNER JOIN payments.payment AS p ON p.id = l.id
    LEFT JOIN payments.key AS k ON k.person = coalesce(p.payer, p.payee) AND k.result = p.id
$$;
