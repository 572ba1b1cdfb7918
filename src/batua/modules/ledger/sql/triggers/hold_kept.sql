-- ALWAYS: it fires for replicas and for session_replication_role = replica too.
CREATE OR REPLACE TRIGGER hold_kept
BEFORE DELETE OR TRUNCATE ON ledger.hold
FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change_v1();

ALTER TABLE ledger.hold ENABLE ALWAYS TRIGGER hold_kept;
