-- For the proof: payments by link that no checkout of the payee's link began, checkouts that say
-- something else than their payment, and links that count something else than has come by them.
CREATE OR REPLACE VIEW payments.wrong_link AS
WITH paid AS (
    SELECT p.*
    FROM payments.payment AS p
    WHERE p.kind = 'link'
),

came AS (
    SELECT
        c.link_id,
        count(*) AS paid_count,
        sum(c.amount_minor) AS received_minor
    FROM payments.link_checkout AS c
    WHERE c.status = 'succeeded'
    GROUP BY c.link_id
)

SELECT coalesce(c.id, p.id) AS id
FROM payments.link_checkout AS c
INNER JOIN payments.payment_link AS l ON l.id = c.link_id
FULL JOIN paid AS p ON p.id = c.id
WHERE
    c.id IS NULL
    OR (p.id IS NULL AND c.status = 'succeeded')
    OR (p.id IS NOT NULL AND (
        p.payee <> l.person
        OR p.currency <> l.currency
        OR p.amount_minor <> c.amount_minor
        OR p.status <> c.status
    ))
UNION ALL
SELECT l.id
FROM payments.payment_link AS l
LEFT JOIN came ON came.link_id = l.id
WHERE
    l.paid_count <> coalesce(came.paid_count, 0)
    OR l.received_minor <> coalesce(came.received_minor, 0);
