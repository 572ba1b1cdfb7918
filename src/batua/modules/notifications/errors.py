"""Why notifications refuse."""

from batua.kit.refusal import Kind, Refusal


class TooManyStreams(Refusal):
    """This account already listens in as many places as it may."""

    code = "notifications.too_many_streams"
    kind = Kind.LIMITED
    retry = True
    todo = "Close another window, then try again."


class NothingToMark(Refusal):
    """The request names neither notifications nor all of them."""

    code = "notifications.nothing_to_mark"
    kind = Kind.INVALID
    todo = "Send a list of ids, or all: true."


class NoSuchDelivery(Refusal):
    """There is no such delivery in the log."""

    code = "notifications.no_such_delivery"
    kind = Kind.NOT_FOUND
    todo = "Read the log anew."


class NotFailed(Refusal):
    """Only a delivery that failed can be tried again."""

    code = "notifications.not_failed"
    kind = Kind.CONFLICT
    todo = "Read the log anew: it was sent, waits to be sent, or is not wanted any more."


class BadWishes(Refusal):
    """Quiet hours are whole hours from 0 to 23."""

    code = "notifications.bad_wishes"
    kind = Kind.INVALID
    todo = "Choose hours from 0 to 23."


class BadTicket(Refusal):
    """The address is wrong, or not valid any more."""

    code = "notifications.bad_ticket"
    kind = Kind.NOT_FOUND
    todo = "Open the whole address from the newest message, or change it in the app."


class BadSignature(Refusal):
    """The callback is not signed by the provider, or none of this name is connected."""

    code = "notifications.bad_signature"
    kind = Kind.UNAUTHENTICATED
    todo = "Sign the request with the shared secret, for the address that was given."
