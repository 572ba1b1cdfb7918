-- ALWAYS: it fires for replicas and for session_replication_role = replica too.
CREATE OR REPLACE TRIGGER account_name_kept
BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.account_name
FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change_v1();

ALTER TABLE ledger.account_name ENABLE ALWAYS TRIGGER account_name_kept;
