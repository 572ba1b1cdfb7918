-- Make the tables that an import is copied into; they vanish with the transaction.
-- They are the session's own and belong to the owner of this function: programs may add rows.
-- repeat  fails within one transaction, also when a program made tables of these names before
CREATE OR REPLACE FUNCTION ledger.begin_import_v1()
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp
SET client_min_messages = warning
AS $$
BEGIN
    CREATE TEMPORARY TABLE import_account (
        line bigint, id uuid, kind text, owner text, currency text, floor_minor bigint,
        is_open boolean, opened_at timestamptz, balance_minor bigint, opening_minor bigint
    ) ON COMMIT DROP;
    CREATE TEMPORARY TABLE import_leg (
        line bigint, credit_line bigint, entry_line bigint, entry_id uuid, recorded_at timestamptz,
        effective_at timestamptz, kind text, ref text, reverses uuid, hold_id uuid, n integer,
        debit uuid, debit_balance_minor bigint, credit uuid, credit_balance_minor bigint,
        amount_minor bigint, currency text
    ) ON COMMIT DROP;
    CREATE TEMPORARY TABLE import_hold (
        line bigint, id uuid, debit_id uuid, credit_id uuid, amount_minor bigint, currency text,
        posted_minor bigint, state text, held_at timestamptz, expires_at timestamptz,
        resolved_at timestamptz, kind text, ref text
    ) ON COMMIT DROP;
    -- What the functions that follow leave to each other.
    CREATE TEMPORARY TABLE import_opened (
        line bigint, account_id bigint, balance_minor bigint, is_open boolean
    ) ON COMMIT DROP;
    CREATE TEMPORARY TABLE import_row (
        line bigint, credit_line bigint, entry_line bigint, n integer, debit_id bigint,
        credit_id bigint, amount_minor bigint, debit_balance_minor bigint,
        credit_balance_minor bigint
    ) ON COMMIT DROP;
    -- An entry is known by the line of its first leg; seq is what it has, or gets.
    CREATE TEMPORARY TABLE import_known (line bigint, seq bigint) ON COMMIT DROP;
    CREATE TEMPORARY TABLE import_new (
        line bigint, seq bigint, recorded_at timestamptz
    ) ON COMMIT DROP;
    CREATE TEMPORARY TABLE import_fault (
        sheet text DEFAULT 'postings', line bigint, fault text, value text DEFAULT ''
    ) ON COMMIT DROP;

    GRANT INSERT ON import_account, import_leg, import_hold TO batua_app;
    GRANT SELECT, INSERT ON import_fault TO batua_app;
END $$;
