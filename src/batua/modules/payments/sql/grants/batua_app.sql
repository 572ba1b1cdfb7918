-- Programs send in groups, and prove what was sent, through the named functions.
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA payments FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
payments.send_batch_v1, payments.history_pages_v1, payments.witness_v1, payments.strayed_v1,
payments.beyond_limit_v1
TO batua_app;
GRANT SELECT ON
payments.wrong_payment, payments.wrong_key, payments.wrong_wallet, payments.wrong_spent,
payments.wrong_hold, payments.wrong_request, payments.wrong_clearing,
payments.wrong_link
TO batua_app;
