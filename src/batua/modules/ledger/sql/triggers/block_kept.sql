-- ALWAYS: it fires for replicas and for session_replication_role = replica too.
CREATE OR REPLACE TRIGGER block_kept
BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.block
FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change_v1();

ALTER TABLE ledger.block ENABLE ALWAYS TRIGGER block_kept;
