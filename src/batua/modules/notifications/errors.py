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
