-- For other modules: the providers that anything was ever asked of.
CREATE OR REPLACE VIEW gateways.provider AS
SELECT DISTINCT a.provider AS name
FROM gateways.attempt AS a;
