-- Resolve open holds and give back what they set aside; holds that are resolved stay as they are.
-- Not for callers. Locks all accounts first: whoever has both accounts of a hold has the hold.
-- into_state  posted (the caller posts what it takes next), voided or expired
-- returns     how many were open
CREATE OR REPLACE FUNCTION ledger.release_holds_v1(
    hold_ids uuid[], into_state text, at timestamptz, posted_minor bigint DEFAULT 0
) RETURNS integer LANGUAGE plpgsql SET search_path = ledger, pg_temp
AS $$
DECLARE
    released uuid[];
BEGIN
    PERFORM
    FROM ledger.account AS a
    WHERE a.id IN (
        SELECT unnest(ARRAY[h.debit_id, h.credit_id])
        FROM ledger.hold AS h
        WHERE h.id = ANY(hold_ids)
    )
    ORDER BY a.id
    FOR NO KEY UPDATE OF a;

    WITH resolved AS (
        UPDATE ledger.hold AS h
        SET
            state = into_state,
            resolved_at = greatest(at, h.held_at),
            posted_minor = release_holds_v1.posted_minor
        WHERE h.id = ANY(hold_ids) AND h.state = 'open'
        RETURNING h.id, h.debit_id, h.credit_id, h.amount_minor
    ),
    freed AS (
        SELECT
            side.account_id,
            sum(side.debits)::bigint AS debits,
            sum(side.credits)::bigint AS credits
        FROM resolved AS r
        CROSS JOIN LATERAL (
            VALUES (r.debit_id, r.amount_minor, 0), (r.credit_id, 0, r.amount_minor)
        ) AS side (account_id, debits, credits)
        GROUP BY side.account_id
    ),
    moved AS (
        UPDATE ledger.account AS a
        SET
            pending_debits_minor = a.pending_debits_minor - freed.debits,
            pending_credits_minor = a.pending_credits_minor - freed.credits
        FROM freed
        WHERE a.id = freed.account_id
    )
    SELECT coalesce(array_agg(r.id), '{}') INTO released FROM resolved AS r;

    RETURN cardinality(released);
END $$;
