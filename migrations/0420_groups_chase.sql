-- When an unpaid instalment is looked at next, for the step that may be due about it.
ALTER TABLE groups.loan_row ADD COLUMN chase_at timestamptz DEFAULT '-infinity';

COMMENT ON COLUMN groups.loan_row.chase_at IS '-infinity: not looked at yet; null: no step is left';

CREATE INDEX loan_row_chase ON groups.loan_row (chase_at) WHERE is_current AND NOT is_paid;

GRANT UPDATE (chase_at) ON groups.loan_row TO batua_app;
