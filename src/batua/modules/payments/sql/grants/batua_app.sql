-- Programs send in groups through the named function.
REVOKE ALL ON FUNCTION payments.send_batch_v1 FROM PUBLIC;
GRANT EXECUTE ON FUNCTION payments.send_batch_v1 TO batua_app;
