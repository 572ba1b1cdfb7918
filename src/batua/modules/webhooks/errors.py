"""Why webhooks refuse."""

from batua.kit.refusal import Kind, Refusal


class NoSuchEndpoint(Refusal):
    """There is no such endpoint."""

    code = "webhooks.no_such_endpoint"
    kind = Kind.NOT_FOUND
    todo = "Read the list anew."


class NoSuchDelivery(Refusal):
    """There is no such delivery in the log."""

    code = "webhooks.no_such_delivery"
    kind = Kind.NOT_FOUND
    todo = "Read the log anew: it goes back thirty days."


class BadAddress(Refusal):
    """An endpoint has an https address on the public internet."""

    code = "webhooks.bad_address"
    kind = Kind.INVALID
    todo = "Give an https address without a user, a password or a # in it."


class UnknownKind(Refusal):
    """A kind that is asked for is not published."""

    code = "webhooks.unknown_kind"
    kind = Kind.INVALID
    todo = "Choose among the kinds that the list of kinds names."


class TooManyEndpoints(Refusal):
    """There are as many endpoints as there may be."""

    code = "webhooks.too_many_endpoints"
    kind = Kind.CONFLICT
    todo = "Remove one that nobody uses any more."


class EndpointIsPaused(Refusal):
    """The endpoint is paused, so nothing is sent to it but tests."""

    code = "webhooks.endpoint_is_paused"
    kind = Kind.CONFLICT
    todo = "Switch the endpoint on, then replay."


class EndpointIsGone(Refusal):
    """The endpoint of this delivery was removed."""

    code = "webhooks.endpoint_is_gone"
    kind = Kind.CONFLICT
    todo = "Register the endpoint anew: it hears of what happens from then on."
