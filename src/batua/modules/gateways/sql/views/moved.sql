-- For other modules: attempts by which money has come or gone, and how much it was.
CREATE OR REPLACE VIEW gateways.moved AS
SELECT
    a.id,
    a.provider,
    a.direction,
    a.purpose,
    a.received_currency AS currency,
    a.received_minor AS amount_minor
FROM gateways.attempt AS a
WHERE
    a.state IN ('succeeded', 'partly_refunded', 'refunded')
    OR (a.state = 'mismatched' AND a.direction = 'in');
