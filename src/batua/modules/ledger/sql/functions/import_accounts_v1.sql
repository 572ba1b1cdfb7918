-- Open the accounts of an import, and make a leg of each opening balance.
-- What is wrong goes to import_fault; such accounts are left out.
-- An opening balance is an entry from the currency's account `suspense` of `opening`, which ends at
-- zero: the opening balances of a currency sum to zero. Its id is made from the account's, so that
-- the same file again finds it.
-- repeat   an account that is there under this id and name stays as it is
-- returns  how many were opened
CREATE OR REPLACE FUNCTION ledger.import_accounts_v1(at timestamptz)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp
AS $$
DECLARE
    opened bigint;
BEGIN
    PERFORM ledger.check_import_v1();
    ANALYZE pg_temp.import_account;

    INSERT INTO pg_temp.import_fault (sheet, line, fault, value)
    SELECT 'accounts', i.line, i.fault, i.value
    FROM (
        SELECT
            i.line,
            CASE
                WHEN row_number() OVER (PARTITION BY i.id ORDER BY i.line) > 1
                    AND i.id IS NOT NULL
                    THEN 'account_twice'
                WHEN row_number() OVER (
                    PARTITION BY i.kind, i.owner, i.currency ORDER BY i.line
                ) > 1 AND i.owner IS NOT NULL THEN 'name_twice'
                WHEN
                    n.account_id IS NOT NULL
                    AND (n.kind, n.owner, n.currency) <> (i.kind, i.owner, i.currency)
                    THEN 'account_has_other_name'
                WHEN b.public_id <> i.id THEN 'name_has_other_account'
                WHEN i.floor_minor > 0 THEN 'floor_above_zero'
                WHEN abs(i.opening_minor) > 1000000000000000 THEN 'amount_out_of_range'
                WHEN i.opened_at > at + interval '1 day' THEN 'in_the_future'
            END AS fault,
            coalesce(b.public_id::text, '') AS value
        FROM pg_temp.import_account AS i
        LEFT JOIN ledger.account AS a ON a.public_id = i.id
        LEFT JOIN ledger.account_name AS n ON n.account_id = a.id
        LEFT JOIN ledger.account_name AS m
            ON m.kind = i.kind AND m.owner = i.owner AND m.currency = i.currency
        LEFT JOIN ledger.account AS b ON b.id = m.account_id
    ) AS i
    WHERE i.fault IS NOT NULL;

    INSERT INTO pg_temp.import_fault (sheet, line, fault, value)
    SELECT 'accounts', 0, 'openings_not_zero', i.currency || ' ' || sum(i.opening_minor)
    FROM pg_temp.import_account AS i
    WHERE i.currency IS NOT NULL
    GROUP BY i.currency
    HAVING sum(i.opening_minor) <> 0;

    PERFORM ledger.open_account_v1(
        md5('opening account ' || needed.currency)::uuid, 'suspense', 'opening', needed.currency,
        NULL, at
    )
    FROM (
        SELECT DISTINCT i.currency FROM pg_temp.import_account AS i WHERE i.opening_minor <> 0
    ) AS needed;

    WITH fresh AS (
        SELECT i.*
        FROM pg_temp.import_account AS i
        WHERE
            i.line NOT IN (
                SELECT f.line FROM pg_temp.import_fault AS f WHERE f.sheet = 'accounts'
            )
            AND NOT EXISTS (SELECT FROM ledger.account AS a WHERE a.public_id = i.id)
            AND i.id IS NOT NULL AND i.kind IS NOT NULL AND i.owner IS NOT NULL
            AND i.currency IS NOT NULL
    ),
    named AS (
        INSERT INTO ledger.account_name (kind, owner, currency, opened_at)
        SELECT f.kind, f.owner, f.currency, coalesce(f.opened_at, at)
        FROM fresh AS f
        ORDER BY f.line
        RETURNING account_id, kind, owner, currency
    ),
    made AS (
        INSERT INTO ledger.account (id, public_id, currency, floor_minor, posted_at)
        SELECT n.account_id, f.id, f.currency, f.floor_minor, coalesce(f.opened_at, at)
        FROM named AS n
        INNER JOIN fresh AS f
            ON f.kind = n.kind AND f.owner = n.owner AND f.currency = n.currency
    )
    INSERT INTO pg_temp.import_opened (line, account_id, balance_minor, is_open)
    SELECT
        f.line, n.account_id,
        -- The columns tell the same in two ways; an opening is checked against the postings.
        CASE WHEN f.opening_minor IS NULL THEN f.balance_minor END,
        coalesce(f.is_open, true)
    FROM named AS n
    INNER JOIN fresh AS f ON f.kind = n.kind AND f.owner = n.owner AND f.currency = n.currency;
    GET DIAGNOSTICS opened = ROW_COUNT;

    -- Below zero, these lines come before those of the postings and are told from them.
    INSERT INTO pg_temp.import_leg (
        line, credit_line, entry_line, entry_id, kind, n, debit, credit, amount_minor, currency
    )
    SELECT
        i.line - 1000000000000, i.line - 1000000000000, i.line - 1000000000000,
        md5('opening of ' || i.id)::uuid, 'opening', 0,
        CASE WHEN i.opening_minor > 0 THEN o.public_id ELSE i.id END,
        CASE WHEN i.opening_minor > 0 THEN i.id ELSE o.public_id END,
        abs(i.opening_minor), i.currency
    FROM pg_temp.import_account AS i
    INNER JOIN ledger.account_name AS n
        ON n.kind = 'suspense' AND n.owner = 'opening' AND n.currency = i.currency
    INNER JOIN ledger.account AS o ON o.id = n.account_id
    WHERE i.opening_minor <> 0;

    RETURN opened;
END $$;
