-- Undo an entry by a new one with every leg turned round.
-- repeat   the same new_id again writes nothing and returns null (the caller compares)
-- returns  when it was recorded
-- raises   LG010 no such entry · LG011 a reversal is not reversed · LG002 closed
--          · constraints already_reversed, not_enough_money
CREATE OR REPLACE FUNCTION ledger.reverse_v1(
    entry_id uuid, new_id uuid, ref text, at timestamptz
) RETURNS timestamptz LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp
AS $$
DECLARE
    original ledger.entry;
    turned record;
BEGIN
    SELECT * INTO original FROM ledger.entry AS e WHERE e.id = entry_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no such entry' USING ERRCODE = 'LG010';
    END IF;
    IF original.reverses IS NOT NULL THEN
        RAISE EXCEPTION 'the entry is a reversal' USING ERRCODE = 'LG011';
    END IF;

    SELECT
        array_agg(t.credit ORDER BY t.n) AS debits,
        array_agg(t.debit ORDER BY t.n) AS credits,
        array_agg(t.amount_minor ORDER BY t.n) AS amounts_minor,
        array_agg(t.currency ORDER BY t.n) AS currencies
    INTO turned
    FROM ledger.transfer AS t
    WHERE t.entry_seq = original.seq AND t.recorded_at = original.recorded_at;

    RETURN ledger.write_entry_v1(
        new_id, 'reversal', reverse_v1.ref,
        turned.debits, turned.credits, turned.amounts_minor, turned.currencies,
        at, reverses => original.id
    );
END $$;
