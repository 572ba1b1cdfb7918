"""What the rails refuse."""

from dataclasses import dataclass

from batua.kit.money import Money
from batua.kit.refusal import Kind, Refusal


class NoSuchProvider(Refusal):
    """No provider of this name is connected."""

    code = "gateways.no_such_provider"
    kind = Kind.NOT_FOUND
    todo = "Check the name of the provider."


class NoSuchAttempt(Refusal):
    """There is no such attempt."""

    code = "gateways.no_such_attempt"
    kind = Kind.NOT_FOUND
    todo = "Check the id."


class BadSignature(Refusal):
    """The callback is not signed by the provider, or is older than five minutes."""

    code = "gateways.bad_signature"
    kind = Kind.UNAUTHENTICATED
    todo = "Sign the raw body with the shared secret, and send it at once."


class BadCallback(Refusal):
    """The callback is signed, but it cannot be read."""

    code = "gateways.bad_callback"
    kind = Kind.INVALID
    todo = "Send the event as the provider's documentation says."


class AttemptConflict(Refusal):
    """The same id was used for another attempt."""

    code = "gateways.attempt_conflict"
    kind = Kind.CONFLICT
    todo = "Make a new id for a new attempt."


class NotRefundable(Refusal):
    """Only money that came in and arrived as asked for can go back."""

    code = "gateways.not_refundable"
    kind = Kind.CONFLICT
    todo = "Look at the attempt's state."


@dataclass(eq=False)
class RefundTooLarge(Refusal):
    """The refunds of an attempt would pass what it brought in."""

    code = "gateways.refund_too_large"
    kind = Kind.CONFLICT
    todo = "Refund at most what is left."
    left: Money


class RoutingChanged(Refusal):
    """Somebody else has changed the rules of routing meanwhile."""

    code = "gateways.routing_changed"
    kind = Kind.CONFLICT
    todo = "Read the rules anew, and change those."


class NoSuchCallback(Refusal):
    """No such callback was received."""

    code = "gateways.no_such_callback"
    kind = Kind.NOT_FOUND
    todo = "Check provider and event id."


class NothingToReplay(Refusal):
    """The callback names no attempt of ours, so nothing can be settled by it."""

    code = "gateways.nothing_to_replay"
    kind = Kind.CONFLICT
    todo = "Look at the provider's dashboard what it is about."


class NoSettlementReport(Exception):
    """A provider has no settlement report, or did not give all of it; nobody is answered with it."""
