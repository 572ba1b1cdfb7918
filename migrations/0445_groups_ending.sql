-- The end of a group: what each member was paid out of the pot, for the split of what is left.
CREATE INDEX transaction_paid_out ON groups.transaction (group_id, member_id)
INCLUDE (amount_minor)
WHERE kind = 'payout' AND status = 'succeeded';

-- Of a pot that is shared out each member has one share.
CREATE UNIQUE INDEX already_shared_out ON groups.transaction (proposal_id, member_id)
WHERE kind = 'share';

-- Loans of a group that are being paid back, and money on its way: while there are any, it cannot end.
CREATE INDEX loan_lent ON groups.loan (group_id)
WHERE status IN ('approved', 'active');
CREATE INDEX transaction_on_its_way ON groups.transaction (group_id)
WHERE status IN ('pending', 'unknown');
