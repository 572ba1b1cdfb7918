-- For `verify`: currencies in which more is owed to people than providers and banks hold for them.
-- What we owe has credit balances; what is held for us has debit balances, so its sign is turned.
-- Money on its way out is held on the wallet and still owed; money nobody claimed is owed too.
CREATE OR REPLACE VIEW ledger.wrong_safeguard AS
SELECT w.currency AS id
FROM ledger.safeguard AS w
WHERE w.owed_minor > w.held_minor;
