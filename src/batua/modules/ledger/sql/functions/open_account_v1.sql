-- Open an account, or find the one that already has this name.
-- floor_minor  the least available balance; null for none
-- repeat       the same kind, owner and currency returns the first account's public id
CREATE OR REPLACE FUNCTION ledger.open_account_v1(
    public_id uuid, kind text, owner text, currency text, floor_minor bigint, at timestamptz
) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp
AS $$
DECLARE
    new_id bigint;
BEGIN
    INSERT INTO ledger.account_name (kind, owner, currency, opened_at)
    VALUES (
        open_account_v1.kind, open_account_v1.owner, open_account_v1.currency, at
    )
    ON CONFLICT ON CONSTRAINT account_one_a_name DO NOTHING
    RETURNING account_id INTO new_id;

    IF new_id IS NULL THEN
        RETURN (
            SELECT a.public_id
            FROM ledger.account_name AS n
            INNER JOIN ledger.account AS a ON a.id = n.account_id
            WHERE
                n.kind = open_account_v1.kind
                AND n.owner = open_account_v1.owner
                AND n.currency = open_account_v1.currency
        );
    END IF;

    INSERT INTO ledger.account (id, public_id, currency, floor_minor, posted_at)
    VALUES (
        new_id, open_account_v1.public_id, open_account_v1.currency,
        open_account_v1.floor_minor, at
    );
    RETURN open_account_v1.public_id;
END $$;
