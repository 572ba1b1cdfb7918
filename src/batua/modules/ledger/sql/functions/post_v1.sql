-- Write one entry of linked transfers: all of them, or none.
-- legs     debits[i] pays amounts_minor[i] of currencies[i] to credits[i]
-- repeat   the same entry_id again writes nothing and returns null (the caller compares the order)
-- returns  when it was recorded
-- raises   LG001 no such account · LG002 closed · LG003 another currency
--          · constraint not_enough_money
CREATE OR REPLACE FUNCTION ledger.post_v1(
    entry_id uuid,
    kind text,
    ref text,
    debits uuid[],
    credits uuid[],
    amounts_minor bigint[],
    currencies text[],
    at timestamptz,
    effective_at timestamptz
) RETURNS timestamptz LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp
AS $$
BEGIN
    RETURN ledger.write_entry_v1(
        entry_id, kind, ref, debits, credits, amounts_minor, currencies, at, effective_at
    );
END $$;
