"""The ledger: accounts, entries and holds in exact double entry; it knows accounts, not people."""
