-- For the proof: wishes that are called paid and are not, or the other way round.
CREATE OR REPLACE VIEW payments.wrong_request AS
SELECT coalesce(r.id, p.request_id) AS id
FROM (
    SELECT own.*
    FROM payments.request AS own
    WHERE own.status = 'paid'
) AS r
FULL JOIN (
    SELECT own.*
    FROM payments.payment AS own
    WHERE own.request_id IS NOT NULL
) AS p
    ON p.request_id = r.id
WHERE
    (r.asker, r.payer, r.amount_minor, r.currency)
    IS DISTINCT FROM (p.payee, p.payer, p.amount_minor, p.currency);
