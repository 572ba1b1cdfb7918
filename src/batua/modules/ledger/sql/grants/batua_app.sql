-- Programs read the tables and write through the named functions, in no other way.
REVOKE ALL ON ALL TABLES IN SCHEMA ledger FROM PUBLIC, batua_app;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ledger FROM PUBLIC, batua_app;
GRANT USAGE ON SCHEMA ledger TO batua_app;

GRANT SELECT ON ALL TABLES IN SCHEMA ledger TO batua_app;

GRANT EXECUTE ON FUNCTION
ledger.open_account_v1, ledger.set_open_v1, ledger.lock_v1, ledger.taken_v1, ledger.balance_at_v1,
ledger.post_v1, ledger.post_batch_v1, ledger.reverse_v1,
ledger.hold_v1, ledger.post_hold_v1, ledger.void_hold_v1, ledger.expire_holds_v1,
ledger.keep_months_v1, ledger.seal_v1, ledger.writers_v1,
ledger.begin_import_v1, ledger.import_accounts_v1, ledger.import_postings_v1,
ledger.import_holds_v1, ledger.finish_import_v1
TO batua_app;

-- Runs of `verify` are notes of what was seen, and no part of the books.
GRANT INSERT, UPDATE ON ledger.verification TO batua_app;
