"""Handlers with ids that are for those who run the house: no person's role lets her in."""

WORDS = "templates/{kind}/{channel}/{language}"
CONNECTED = "gateways/providers", "channels"

OF_THE_HOUSE = [
    *(f"{method} /webhook-endpoints/{{id}}" for method in ("get", "patch", "delete")),
    *(f"post /webhook-endpoints/{{id}}/{what}" for what in ("rotate-secret", "test", "replay")),
    *(f"{m} /{x}/{{name}}/keys" for m in ("get", "put", "delete") for x in CONNECTED),
    *("get /gateways/providers/{name}", *(f"post /{x}/{{name}}/test" for x in CONNECTED)),
    *("get /webhook-deliveries", "get /webhook-deliveries/{id}", "post /deliveries/{id}/retry"),
    *("post /webhook-deliveries/{id}/replay", "get /gateways/attempts"),
    *(
        "put /deliveries/tariffs/{channel}",
        "post /deliveries/search",
        "post /deliveries/export.csv",
    ),
    "put /notifications/codes/templates/{purpose}/{language}",
    *(f"put /notifications/{what}" for what in ("orders/{kind}", WORDS)),
    *(f"post /verifications/{{id}}/{what}" for what in ("confirm", "decline", "withdraw")),
]
