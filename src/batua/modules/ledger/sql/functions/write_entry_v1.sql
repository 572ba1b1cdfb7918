-- Write one entry of linked transfers and move the balances it names; the part that posting,
-- resolving a hold and reversing have in common. Not for callers: use those functions.
-- legs     debits[i] pays amounts_minor[i] of currencies[i] to credits[i]
-- at       the caller's clock; recorded no earlier than the accounts' last posting
-- returns  when it was recorded; null when the id was there before, and nothing was written
-- raises   LG001, LG002, LG003 · constraints not_enough_money, already_reversed
CREATE OR REPLACE FUNCTION ledger.write_entry_v1(
    entry_id uuid,
    kind text,
    ref text,
    debits uuid[],
    credits uuid[],
    amounts_minor bigint[],
    currencies text[],
    at timestamptz,
    effective_at timestamptz DEFAULT NULL,
    reverses uuid DEFAULT NULL,
    hold_id uuid DEFAULT NULL
) RETURNS timestamptz LANGUAGE plpgsql SET search_path = ledger, pg_temp
-- Planned once a connection: left alone, the planner would think anew about each entry for longer
-- than it takes to write it (365 µs a call against 135 µs).
SET plan_cache_mode = force_generic_plan
AS $$
DECLARE
    recorded timestamptz;
    new_seq bigint;
BEGIN
    -- Locked before the entry has its number and its time: both must rise along each account.
    recorded := greatest(at, ledger.lock_v1(debits || credits));

    INSERT INTO ledger.entry (
        recorded_at, effective_at, id, reverses, hold_id, legs, kind, ref
    )
    VALUES (
        recorded, write_entry_v1.effective_at, entry_id, write_entry_v1.reverses,
        write_entry_v1.hold_id, cardinality(debits), write_entry_v1.kind, write_entry_v1.ref
    )
    ON CONFLICT (id) DO NOTHING
    RETURNING seq INTO new_seq;
    IF new_seq IS NULL THEN
        RETURN NULL;
    END IF;

    PERFORM ledger.check_accounts_v1(debits || credits, currencies || currencies);

    -- One update for each account, by the net of the entry: the floor holds for the whole, not for
    -- each leg. The postings still tell the balance after every leg, in order.
    WITH posted AS (
        INSERT INTO ledger.posting (
            account_id, version, entry_seq, amount_minor, balance_after_minor, recorded_at, line
        )
        SELECT
            a.id,
            a.version + row_number() OVER along,
            new_seq,
            side.minor,
            a.posted_credits_minor - a.posted_debits_minor + (sum(side.minor) OVER along)::bigint,
            recorded,
            side.line
        FROM unnest(debits, credits, amounts_minor)
            WITH ORDINALITY AS leg (debit, credit, minor, n)
        CROSS JOIN LATERAL (
            VALUES (leg.debit, -leg.minor, 2 * leg.n - 2), (leg.credit, leg.minor, 2 * leg.n - 1)
        ) AS side (account, minor, line)
        INNER JOIN ledger.account AS a ON a.public_id = side.account
        WINDOW along AS (PARTITION BY a.id ORDER BY side.line)
        RETURNING account_id, amount_minor
    ),
    moved AS (
        SELECT
            p.account_id,
            count(*) AS postings,
            coalesce(sum(-p.amount_minor) FILTER (WHERE p.amount_minor < 0), 0)::bigint AS debits,
            coalesce(sum(p.amount_minor) FILTER (WHERE p.amount_minor > 0), 0)::bigint AS credits
        FROM posted AS p
        GROUP BY p.account_id
    )
    UPDATE ledger.account AS a
    SET
        posted_debits_minor = a.posted_debits_minor + moved.debits,
        posted_credits_minor = a.posted_credits_minor + moved.credits,
        version = a.version + moved.postings,
        posted_at = recorded
    FROM moved
    WHERE a.id = moved.account_id;

    RETURN recorded;
END $$;
