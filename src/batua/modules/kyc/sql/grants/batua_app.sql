-- Programs write what was asked and decided; the log they only add to.
REVOKE ALL ON ALL TABLES IN SCHEMA kyc FROM PUBLIC, batua_app;
GRANT USAGE ON SCHEMA kyc TO batua_app;
GRANT SELECT, INSERT ON kyc.verification, kyc.log TO batua_app;
GRANT UPDATE (
    state, confirmed_at, confirmed_by, how, until, ended_at, ended_by, reason
) ON kyc.verification TO batua_app;
