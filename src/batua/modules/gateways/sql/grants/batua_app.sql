-- Programs read the views.
GRANT SELECT ON gateways.moved, gateways.provider TO batua_app;
