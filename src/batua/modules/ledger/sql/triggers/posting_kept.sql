-- ALWAYS: it fires for replicas and for session_replication_role = replica too.
CREATE OR REPLACE TRIGGER posting_kept
BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.posting
FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change_v1();

ALTER TABLE ledger.posting ENABLE ALWAYS TRIGGER posting_kept;
