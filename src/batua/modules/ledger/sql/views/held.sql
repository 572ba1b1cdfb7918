-- For other modules: what was set aside, on which account, and how it ended.
CREATE OR REPLACE VIEW ledger.held AS
SELECT
    h.id,
    a.public_id AS debit,
    h.amount_minor,
    h.state
FROM ledger.hold AS h
INNER JOIN ledger.account AS a ON a.id = h.debit_id;
