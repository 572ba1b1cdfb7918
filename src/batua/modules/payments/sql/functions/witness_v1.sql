-- For the seal of the ledger: what payments know of its entries, a row for each payment that an entry
-- made: who paid whom, how much, in answer to which key, and what came of it.
-- Not the note: people may have it erased; its hash is part of the request's hash.
-- low, high  numbers of entries, above low and up to high
-- said       the fields as PostgreSQL sends them; what is named here is never altered or dropped:
--            other fields are another function, `_v2`
CREATE OR REPLACE FUNCTION payments.witness_v1(low bigint, high bigint)
RETURNS TABLE (entry_seq bigint, said bytea)
LANGUAGE sql STABLE
AS $$
    WITH paid AS MATERIALIZED (
        -- The entry of a send has the id of the payment.
        SELECT
            e.entry_seq AS number,
            p.id, p.kind, p.status, p.payer, p.payee, p.currency, p.amount_minor, p.fee_minor,
            p.reference, p.request_id, p.refund_of, p.attempt_id, p.destination_id, p.entry_id,
            p.hold_id, p.payer_balance_minor, p.payee_balance_minor, p.created_at, p.settled_at
        FROM ledger.numbered AS e
        INNER JOIN payments.payment AS p ON p.id = e.entry_id AND p.entry_id = p.id
        WHERE e.entry_seq > low AND e.entry_seq <= high
        UNION ALL
        SELECT
            e.entry_seq,
            p.id, p.kind, p.status, p.payer, p.payee, p.currency, p.amount_minor, p.fee_minor,
            p.reference, p.request_id, p.refund_of, p.attempt_id, p.destination_id, p.entry_id,
            p.hold_id, p.payer_balance_minor, p.payee_balance_minor, p.created_at, p.settled_at
        FROM ledger.numbered AS e
        INNER JOIN payments.payment AS p ON p.entry_id = e.entry_id AND p.entry_id <> p.id
        WHERE e.entry_seq > low AND e.entry_seq <= high
    ),
    -- Ids rise with the time, and so do the keys whose results they are: those of the block's sends
    -- lie side by side. What was settled later than it was ordered finds its key by its person.
    near AS MATERIALIZED (
        SELECT k.person, k.key, k.request_hash, k.result
        FROM payments.key AS k
        WHERE
            k.result >= (SELECT p.id FROM paid AS p WHERE p.entry_id = p.id ORDER BY p.id LIMIT 1)
            AND k.result <= (
                SELECT p.id FROM paid AS p WHERE p.entry_id = p.id ORDER BY p.id DESC LIMIT 1
            )
    )
    SELECT
        p.number,
        record_send(ROW(
            p.id, p.kind::text, p.status::text, p.payer, p.payee, p.currency::text,
            p.amount_minor, p.fee_minor, p.reference::text, p.request_id, p.refund_of,
            p.attempt_id, p.destination_id, p.entry_id, p.hold_id, p.payer_balance_minor,
            p.payee_balance_minor, p.created_at, p.settled_at,
            coalesce(n.person, f.person), coalesce(n.key, f.key)::text,
            coalesce(n.request_hash, f.request_hash)
        ))
    FROM paid AS p
    LEFT JOIN near AS n ON n.result = p.id AND n.person = coalesce(p.payer, p.payee)
    LEFT JOIN LATERAL (
        SELECT k.person, k.key, k.request_hash
        FROM payments.key AS k
        WHERE
            n.result IS NULL AND k.person = coalesce(p.payer, p.payee) AND k.result = p.id
    ) AS f ON true
$$;
