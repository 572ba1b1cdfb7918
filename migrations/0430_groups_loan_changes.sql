-- Savings that are set against a loan stay in the pot: such a line has no entry of the ledger.
ALTER TABLE groups.transaction
DROP CONSTRAINT transaction_check1,
ADD CONSTRAINT transaction_moved_by_entry CHECK (
    (status = 'succeeded' AND kind <> 'offset') = (entry_id IS NOT NULL)
);
CREATE UNIQUE INDEX already_offset ON groups.transaction (proposal_id)
WHERE kind = 'offset';
