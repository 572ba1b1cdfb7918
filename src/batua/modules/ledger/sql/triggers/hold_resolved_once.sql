-- The only change of a hold: from open to its end.
CREATE OR REPLACE TRIGGER hold_resolved_once
BEFORE UPDATE ON ledger.hold
FOR EACH ROW EXECUTE FUNCTION ledger.keep_hold_v1();

ALTER TABLE ledger.hold ENABLE ALWAYS TRIGGER hold_resolved_once;
