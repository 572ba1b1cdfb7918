"""Why notifications refuse."""

from dataclasses import dataclass

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


class SeekOne(Refusal):
    """A person is looked for by her id, her number or her handle, and not by several."""

    code = "notifications.seek_one"
    kind = Kind.INVALID
    todo = "Send one of the three."


class BadTariff(Refusal):
    """A tariff has a beginning of phone numbers where its channel has numbers, and a price."""

    code = "notifications.bad_tariff"
    kind = Kind.INVALID
    todo = "Send a beginning such as +91, or none, a currency of three letters, and millionths."


class BadSpan(Refusal):
    """Costs are summed for one day to 92 days."""

    code = "notifications.bad_span"
    kind = Kind.INVALID
    todo = "Choose two days, the first one first, no more than 92 days apart."


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


class AlarmsStay(Refusal):
    """What may mean that somebody else is in the account cannot be turned off."""

    code = "notifications.alarms_stay"
    kind = Kind.INVALID
    todo = "Leave security as it is; turn off other matters."


class BadOrder(Refusal):
    """A kind leaves once through each channel, only where it has words, and loans by their steps."""

    code = "notifications.bad_order"
    kind = Kind.INVALID
    todo = "Choose from the channels that the kind has words for, each once."


class NoSuchTemplate(Refusal):
    """Nothing is said of this kind through this channel in this language."""

    code = "notifications.no_such_template"
    kind = Kind.NOT_FOUND
    todo = "Choose one of the list of templates."


@dataclass(eq=False)  # an exception must stay hashable
class BadTemplate(Refusal):
    """The words name a value that is not known, or leave one out; only an e-mail has a subject."""

    code = "notifications.bad_template"
    kind = Kind.INVALID
    todo = "Name each value as {name}, each one that the template asks for, and no amount in a subject."
    unknown: list[str]
    missing: list[str]


class WordsAreApproved(Refusal):
    """These words were approved by the provider as they are."""

    code = "notifications.words_are_approved"
    kind = Kind.CONFLICT
    todo = "Have other words approved there, and name their template in the settings."


class BadDlt(Refusal):
    """These are no ids of a registration, or it is required and not whole."""

    code = "notifications.bad_dlt"
    kind = Kind.INVALID
    todo = "Ids are digits, the header is letters and digits; to require it, fill in both."


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


class BadSubscription(Refusal):
    """This is no subscription of a browser, or its push service is not on the internet."""

    code = "notifications.bad_subscription"
    kind = Kind.INVALID
    todo = "Send what the browser's push manager gave, with an https address."


class NoSuchPushDevice(Refusal):
    """There is no such browser among yours."""

    code = "notifications.no_such_push_device"
    kind = Kind.NOT_FOUND
    todo = "Read the list anew: it may have been signed out."
