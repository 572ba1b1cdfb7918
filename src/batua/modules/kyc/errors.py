"""Why kyc refuses."""

from batua.kit.refusal import Kind, Refusal


class NoSuchVerification(Refusal):
    """There is no such verification."""

    code = "kyc.no_such_verification"
    kind = Kind.NOT_FOUND
    todo = "Read the list anew."


class AlreadyAsked(Refusal):
    """You have asked for this already, or it is confirmed."""

    code = constraint = "kyc.already_asked"
    kind = Kind.CONFLICT
    todo = "Look at what you asked for; take it back first to ask in another way."


class MovedOn(Refusal):
    """Somebody else has decided, or it was taken back."""

    code = "kyc.moved_on"
    kind = Kind.CONFLICT
    todo = "Read it anew: it is in another state now."


class AboutYourself(Refusal):
    """Nobody decides about herself."""

    code = "kyc.about_yourself"
    kind = Kind.FORBIDDEN
    todo = "Ask another officer."


class BadReason(Refusal):
    """This reason does not go with this decision."""

    code = "kyc.bad_reason"
    kind = Kind.INVALID
    todo = "Choose one of the reasons that the API names for it."


class BadEnd(Refusal):
    """A confirmation ends at a moment to come, within ten years."""

    code = "kyc.bad_end"
    kind = Kind.INVALID
    todo = "Choose a day to come, or none."


class LookForOne(Refusal):
    """One looks for somebody by a phone number or by a handle."""

    code = "kyc.look_for_one"
    kind = Kind.INVALID
    todo = "Give one of the two."
