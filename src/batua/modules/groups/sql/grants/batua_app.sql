-- Programs prove what groups say against the ledger.
GRANT SELECT ON
groups.wrong_pot, groups.wrong_transaction, groups.wrong_reserve, groups.wrong_tally,
groups.wrong_dues, groups.wrong_end, groups.wrong_checkout, groups.wrong_payout
TO batua_app;
