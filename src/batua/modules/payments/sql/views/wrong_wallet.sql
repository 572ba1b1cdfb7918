-- For the proof: wallets whose account is not the account of their person.
CREATE OR REPLACE VIEW payments.wrong_wallet AS
SELECT w.account AS id
FROM payments.wallet AS w
LEFT JOIN ledger.named AS a ON a.public_id = w.account
WHERE (a.kind, a.owner, a.currency) IS DISTINCT FROM ('wallet', w.person::text, w.currency);
