-- A statement on the table of one month does not fire the trigger of the whole.
SELECT ledger.keep_months_v1(now());
