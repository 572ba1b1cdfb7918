-- Where a payout out of a pot goes when not into the wallet of the payee, who alone chooses it, and how
-- far it has come. What is shown of the bank account is kept as it was when she chose it.
CREATE TABLE groups.payout (
    proposal_id uuid PRIMARY KEY REFERENCES groups.proposal,
    group_id uuid NOT NULL REFERENCES groups."group",
    person uuid NOT NULL,
    destination_id uuid NOT NULL,
    masked text NOT NULL,
    status text NOT NULL CHECK (status IN ('chosen', 'sent', 'arrived', 'returned', 'kept')),
    reason text,
    withdrawal_id uuid CONSTRAINT payout_one_a_withdrawal UNIQUE,
    CONSTRAINT payout_sent_by_a_withdrawal CHECK (
        (status IN ('sent', 'arrived', 'returned')) = (withdrawal_id IS NOT NULL)
    )
);

-- Until it is paid, she may choose another one, or her wallet.
GRANT SELECT, INSERT, DELETE ON groups.payout TO batua_app;
GRANT UPDATE (person, destination_id, masked, status, reason, withdrawal_id) ON groups.payout TO batua_app;
