"""Every refusal of identity; a code is never renamed or reused."""

from dataclasses import dataclass
from datetime import datetime

from batua.kit.refusal import Kind, Refusal


class BadPhone(Refusal):
    """The phone number is not one that exists anywhere."""

    code = "identity.bad_phone"
    kind = Kind.INVALID
    todo = "Write the number with + and the country's code, for example +91 98765 43210."


class BadEmail(Refusal):
    """The e-mail address is not written as one."""

    code = "identity.bad_email"
    kind = Kind.INVALID
    todo = "Write it as name@example.org, or leave it out."


class BadName(Refusal):
    """A name has 1 to 100 characters and at least one letter."""

    code = "identity.bad_name"
    kind = Kind.INVALID
    todo = "Write the name that the people you pay know."


class BadHandle(Refusal):
    """A handle has 3 to 30 of a to z, 0 to 9, dot, dash and underscore."""

    code = "identity.bad_handle"
    kind = Kind.INVALID
    todo = "Begin with a letter or digit, for example asha.devi@batua."


class UnknownLanguage(Refusal):
    """Batua does not speak that language yet."""

    code = "identity.unknown_language"
    kind = Kind.INVALID
    todo = "Choose one of the languages that the app offers."


class UnknownTimeZone(Refusal):
    """There is no such time zone."""

    code = "identity.unknown_time_zone"
    kind = Kind.INVALID
    todo = "Use a name such as Asia/Kolkata."


@dataclass(eq=False)
class WeakPassword(Refusal):
    """The password is too easy to guess."""

    code = "identity.weak_password"
    kind = Kind.INVALID
    todo = "Take 8 or more characters that are not a common password and not about you."
    reason: str


@dataclass(eq=False)
class WeakPin(Refusal):
    """The PIN is too easy to guess."""

    code = "identity.weak_pin"
    kind = Kind.INVALID
    todo = "Take 6 digits without a pattern, a year or a part of your phone number."
    reason: str


class BadPhoto(Refusal):
    """The photo is not a picture that can be read."""

    code = "identity.bad_photo"
    kind = Kind.INVALID
    todo = "Send a JPEG, PNG or WebP of at most 5 MB and 40 megapixels."


class WrongCredentials(Refusal):
    """The phone or e-mail and the password do not belong together."""

    code = "identity.wrong_credentials"
    kind = Kind.UNAUTHENTICATED
    todo = "Check both, or recover the account."


class NotSignedIn(Refusal):
    """The request carries no access token that can be read."""

    code = "identity.not_signed_in"
    kind = Kind.UNAUTHENTICATED
    todo = "Sign in."


class AccessExpired(Refusal):
    """The access token is older than ten minutes."""

    code = "identity.access_expired"
    kind = Kind.UNAUTHENTICATED
    todo = "Refresh the session and send the request again."


class SessionEnded(Refusal):
    """The session is over."""

    code = "identity.session_ended"
    kind = Kind.UNAUTHENTICATED
    todo = "Sign in again."


class RefreshReused(Refusal):
    """A refresh token came a second time, so the session was ended for safety."""

    code = "identity.refresh_reused"
    kind = Kind.UNAUTHENTICATED
    todo = "Sign in again; if this was not you, change your password."


class ClientHeaderMissing(Refusal):
    """A refresh by cookie needs the header Batua-Client, so that other sites cannot ask for it."""

    code = "identity.client_header_missing"
    kind = Kind.FORBIDDEN
    todo = "Send Batua-Client: web, or the refresh token in the body."


class WrongPassword(Refusal):
    """The current password is another one."""

    code = "identity.wrong_password"
    kind = Kind.FORBIDDEN
    todo = "Try again, or sign out and recover the account."


@dataclass(eq=False)
class WrongCode(Refusal):
    """The code is not the one that was sent."""

    code = "identity.wrong_code"
    kind = Kind.INVALID
    todo = "Read the newest message again."
    tries_left: int


class CodeSpent(Refusal):
    """The code was wrong five times and is no longer valid."""

    code = "identity.code_spent"
    kind = Kind.CONFLICT
    todo = "Ask for a new code."


class CodeExpired(Refusal):
    """The code is older than ten minutes, used, or replaced by a newer one."""

    code = "identity.code_expired"
    kind = Kind.CONFLICT
    todo = "Ask for a new code."


@dataclass(eq=False)
class ResendTooSoon(Refusal):
    """A code was sent less than 30 seconds ago."""

    code = "identity.resend_too_soon"
    kind = Kind.LIMITED
    retry = True
    todo = "Wait for the message, then ask again."
    retry_after_s: int


@dataclass(eq=False)
class TooManyTries(Refusal):
    """This was tried too often."""

    code = "identity.too_many_tries"
    kind = Kind.LIMITED
    retry = True
    todo = "Wait for the time that is named and try again."
    retry_after_s: int


class TicketSpent(Refusal):
    """The ticket is unknown, used or expired."""

    code = "identity.ticket_spent"
    kind = Kind.CONFLICT
    todo = "Begin again with a new code."


class PhoneTaken(Refusal):
    """This phone, which you have just proved to be yours, already has an account."""

    code = constraint = "identity.phone_taken"
    kind = Kind.CONFLICT
    todo = "Sign in, or recover the account."


class HandleTaken(Refusal):
    """Somebody else has this handle."""

    code = constraint = "identity.handle_taken"
    kind = Kind.CONFLICT
    todo = "Choose another one."


class TooManyHandles(Refusal):
    """You have already had five handles, and they stay yours."""

    code = "identity.too_many_handles"
    kind = Kind.CONFLICT
    todo = "Go back to one that you had before."


class StepUpRequired(Refusal):
    """This needs your PIN first."""

    code = "identity.step_up_required"
    kind = Kind.FORBIDDEN
    todo = "Give the PIN and send the Step-Up-Token that comes back."


class StepUpExpired(Refusal):
    """The PIN was given more than five minutes ago, or has changed since."""

    code = "identity.step_up_expired"
    kind = Kind.FORBIDDEN
    todo = "Give the PIN again."


@dataclass(eq=False)
class WrongPin(Refusal):
    """The PIN is another one."""

    code = "identity.wrong_pin"
    kind = Kind.FORBIDDEN
    todo = "Try again, or choose a new PIN if you have forgotten it."
    tries_left: int


@dataclass(eq=False)
class PinIsLocked(Refusal):
    """The PIN was wrong three times in a row and is locked for a while."""

    code = "identity.pin_locked"
    kind = Kind.LIMITED
    retry = True
    todo = "Wait, or choose a new PIN with your password and a code."
    retry_after_s: int
    until: datetime


class PinMissing(Refusal):
    """There is no PIN yet."""

    code = "identity.pin_missing"
    kind = Kind.CONFLICT
    todo = "Choose one with your password and a code."


class PinProofMissing(Refusal):
    """A new PIN needs the current one, or the password together with a code."""

    code = "identity.pin_proof_missing"
    kind = Kind.INVALID
    todo = "Send current_pin, or password, challenge and code."


@dataclass(eq=False)
class PinResetTooSoon(Refusal):
    """The account was recovered less than a day ago, so the PIN cannot be replaced yet."""

    code = "identity.pin_reset_too_soon"
    kind = Kind.LIMITED
    retry = True
    todo = "Wait until the day is over, or use the PIN you know."
    retry_after_s: int


class NoSuchPerson(Refusal):
    """There is nobody with this id."""

    code = "identity.no_such_person"
    kind = Kind.NOT_FOUND
    todo = "Check the id."


class NoSuchDevice(Refusal):
    """You have no such device."""

    code = "identity.no_such_device"
    kind = Kind.NOT_FOUND
    todo = "List your devices again."


class NoSuchSession(Refusal):
    """You have no such session."""

    code = "identity.no_such_session"
    kind = Kind.NOT_FOUND
    todo = "List your devices again."


class NoSuchPhoto(Refusal):
    """There is no photo here that you may see."""

    code = "identity.no_such_photo"
    kind = Kind.NOT_FOUND
    todo = "Show the person's initials instead."
