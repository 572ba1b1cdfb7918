-- Counters move; who the account is does not. A trigger on columns costs the moving nothing.
CREATE OR REPLACE TRIGGER account_kept
BEFORE UPDATE OF id, public_id, currency OR DELETE OR TRUNCATE ON ledger.account
FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change_v1();

ALTER TABLE ledger.account ENABLE ALWAYS TRIGGER account_kept;
