-- For `verify`: the entries of a range, each with what its postings make of it.
-- An entry has the lines 0, 1, 2 …; each odd one takes what the one before it gave, in the same
-- currency. So every leg sums to zero, and with it the entry, in each currency.
-- low, high  numbers of entries, above low and up to high
-- fault      null when all is well
CREATE OR REPLACE FUNCTION ledger.seen_entries_v1(low bigint, high bigint)
RETURNS TABLE (entry_seq bigint, public_id uuid, is_known boolean, fault text)
LANGUAGE sql STABLE
AS $$
    SELECT
        coalesce(e.seq, l.entry_seq),
        e.id,
        e.seq IS NOT NULL,
        CASE
            WHEN e.seq IS NULL THEN 'there are postings but no entry'
            WHEN coalesce(l.lines, 0) <> 2 * e.legs THEN 'it has not the postings its legs need'
            WHEN NOT l.is_whole THEN 'its debits and credits do not pair up'
            WHEN NOT l.is_balanced THEN 'a leg does not sum to zero in one currency'
        END
    FROM (
        SELECT *
        FROM ledger.entry AS own
        WHERE own.seq > low AND own.seq <= high
    ) AS e
    FULL JOIN (
        SELECT
            side.entry_seq,
            count(*) AS lines,
            bool_and(side.line = side.place) AS is_whole,
            bool_and(
                side.line % 2 = 0
                OR (side.amount_minor = -side.given AND side.currency = side.given_currency)
            ) AS is_balanced
        FROM (
            SELECT
                p.entry_seq,
                p.line,
                p.amount_minor,
                a.currency,
                row_number() OVER along - 1 AS place,
                lag(p.amount_minor) OVER along AS given,
                lag(a.currency) OVER along AS given_currency
            FROM ledger.posting AS p
            LEFT JOIN ledger.account AS a ON a.id = p.account_id
            WHERE p.entry_seq > low AND p.entry_seq <= high
            WINDOW along AS (PARTITION BY p.entry_seq ORDER BY p.line)
        ) AS side
        GROUP BY side.entry_seq
    ) AS l ON l.entry_seq = e.seq
$$;
