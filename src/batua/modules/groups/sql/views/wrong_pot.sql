-- For the proof: groups whose pot is not the account of their own name and currency.
CREATE OR REPLACE VIEW groups.wrong_pot AS
SELECT g.id
FROM groups."group" AS g
LEFT JOIN ledger.named AS a ON a.public_id = g.pot
WHERE (a.kind, a.owner, a.currency) IS DISTINCT FROM ('pot', g.id::text, g.currency);
