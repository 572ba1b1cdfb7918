-- ALWAYS: it fires for replicas and for session_replication_role = replica too.
CREATE OR REPLACE TRIGGER entry_kept
BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.entry
FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change_v1();

ALTER TABLE ledger.entry ENABLE ALWAYS TRIGGER entry_kept;
