"""Who is told what, when something happened; each may run twice and tells once."""

from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from batua.kit import journal
from batua.kit.db import Tx
from batua.kit.journal import Fact, hears
from batua.kit.money import Money
from batua.modules.groups import service as groups_door
from batua.modules.groups import types as groups
from batua.modules.identity import service as identity_door
from batua.modules.identity import types as identity
from batua.modules.kyc import types as kyc
from batua.modules.notifications import service
from batua.modules.notifications.types import Kind, Send, Tell, Via
from batua.modules.payments import types as payments
from batua.modules.webhooks import types as webhooks

_PEOPLE: Final = 500
"""Members looked up at once, of a group of any size."""

AboutRequest = (
    payments.Requested
    | payments.RequestDeclined
    | payments.RequestReminded
    | payments.RequestCancelled
    | payments.RequestExpired
)
AboutSelf = (
    payments.ToppedUp
    | payments.PaymentByLink
    | payments.TopUpFailed
    | payments.AmountMismatched
    | payments.Withdrawn
    | payments.WithdrawalFailed
)

_OF_DUES: Final[dict[str, Kind]] = {
    "coming": Kind.GROUP_DUES_COMING,
    "missed": Kind.GROUP_DUES_MISSED,
    "asked": Kind.GROUP_DUES_ASKED,
}
_TO_PAYER: Final[dict[type[Fact], Kind]] = {
    payments.Requested: Kind.REQUESTED,
    payments.RequestReminded: Kind.REQUEST_REMINDED,
    payments.RequestCancelled: Kind.REQUEST_CANCELLED,
    payments.RequestExpired: Kind.REQUEST_MISSED,
}
_TO_ASKER: Final[dict[type[Fact], Kind]] = {
    payments.RequestDeclined: Kind.REQUEST_DECLINED,
    payments.RequestExpired: Kind.REQUEST_EXPIRED,
}
_TO_SELF: Final[dict[type[Fact], Kind]] = {
    payments.ToppedUp: Kind.TOPPED_UP,
    payments.PaymentByLink: Kind.PAID_BY_LINK,
    payments.TopUpFailed: Kind.TOP_UP_FAILED,
    payments.AmountMismatched: Kind.AMOUNT_MISMATCHED,
    payments.Withdrawn: Kind.WITHDRAWN,
    payments.WithdrawalFailed: Kind.WITHDRAWAL_FAILED,
}


async def _tell(tx: Tx, tell: Tell) -> None:
    await service.tell(tx, tell, journal.heard().at)


def _this_time() -> str:
    """The place of the fact, for what happens to the same person again and again."""
    xid, seq = journal.heard().cursor
    return f"{xid}-{seq}"


def _dealing(person: UUID, kind: Kind, other: UUID, payment: UUID, amount: Money) -> Tell:
    key = f"sent:{payment}"
    return Tell(person=person, key=key, kind=kind, other=other, subject=payment, amount=amount)


@hears(payments.Sent)
async def tell_payer_and_payee(tx: Tx, fact: payments.Sent) -> None:
    """Both sides; who had asked for the money hears of it by RequestPaid."""
    payer, payee = fact.payer, fact.payee
    await _tell(tx, _dealing(payer, Kind.SENT, payee, fact.payment, fact.amount))
    if fact.request is None:
        await _tell(tx, _dealing(payee, Kind.RECEIVED, payer, fact.payment, fact.amount))


@hears(payments.RequestPaid)
async def tell_asker_it_was_paid(tx: Tx, fact: payments.RequestPaid) -> None:
    """The asker; the payer hears of it by Sent."""
    kind = Kind.REQUEST_PAID
    await _tell(tx, _dealing(fact.asker, kind, fact.payer, fact.payment, fact.amount))


@hears(payments.Requested)
@hears(payments.RequestDeclined)
@hears(payments.RequestReminded)
@hears(payments.RequestCancelled)
@hears(payments.RequestExpired)
async def tell_of_request(tx: Tx, fact: AboutRequest) -> None:
    """The side that did not act; of an end without an answer, both. Each reminder is told."""
    again = isinstance(fact, payments.RequestReminded)
    key = f"{fact.kind}:{fact.request}" + (f":{_this_time()}" if again else "")
    sides = (
        (_TO_PAYER.get(type(fact)), fact.payer, fact.asker),
        (_TO_ASKER.get(type(fact)), fact.asker, fact.payer),
    )
    for kind, person, other in sides:
        if kind is not None:
            tell = Tell(
                person=person,
                key=key,
                kind=kind,
                other=other,
                subject=fact.request,
                amount=fact.amount,
            )
            await _tell(tx, tell)


@hears(payments.ToppedUp)
@hears(payments.PaymentByLink)
@hears(payments.TopUpFailed)
@hears(payments.AmountMismatched)
@hears(payments.Withdrawn)
@hears(payments.WithdrawalFailed)
async def tell_of_own_money(tx: Tx, fact: AboutSelf) -> None:
    """Whose money came, went, or is kept until somebody has looked at it.

    A late success follows a failure: both are told.
    """
    kind, key = _TO_SELF[type(fact)], f"{fact.kind}:{fact.payment}"
    amount = fact.received if isinstance(fact, payments.AmountMismatched) else fact.amount
    tell = Tell(person=fact.person, key=key, kind=kind, subject=fact.payment, amount=amount)
    await _tell(tx, tell)


@hears(identity.Registered)
async def welcome(tx: Tx, fact: identity.Registered) -> None:
    """A first word."""
    await _tell(tx, Tell(person=fact.subject, key=Kind.WELCOME, kind=Kind.WELCOME))


@hears(identity.SignedIn)
async def tell_of_new_device(tx: Tx, fact: identity.SignedIn) -> None:
    """A sign-in on a device we did not know, other than the one she registered on."""
    if not fact.is_new_device or await service.is_first_device(tx, fact.subject, fact.device):
        return
    key = f"{Kind.NEW_DEVICE}:{fact.device}"
    await _tell(tx, Tell(person=fact.subject, key=key, kind=Kind.NEW_DEVICE))


@hears(identity.DeviceRevoked)
async def tell_of_revoked_device(tx: Tx, fact: identity.DeviceRevoked) -> None:
    key = f"{Kind.DEVICE_REVOKED}:{fact.device}"
    await _tell(tx, Tell(person=fact.subject, key=key, kind=Kind.DEVICE_REVOKED))


@hears(identity.SessionRevoked)
async def tell_of_stolen_session(tx: Tx, fact: identity.SessionRevoked) -> None:
    """Only a refresh token that came twice is news: it means that somebody copied it."""
    if fact.reason == "refresh_reused":
        key = f"{Kind.SESSION_STOLEN}:{fact.session}"
        await _tell(tx, Tell(person=fact.subject, key=key, kind=Kind.SESSION_STOLEN))


@hears(identity.PasswordChanged)
@hears(identity.PinChanged)
@hears(identity.Recovered)
async def tell_of_new_secret(
    tx: Tx, fact: identity.PasswordChanged | identity.PinChanged | identity.Recovered
) -> None:
    """Whoever changed a secret of hers, she must know."""
    match fact:
        case identity.PinChanged():
            kind = Kind.PIN_RESET if fact.was_reset else Kind.PIN_CHANGED
        case identity.Recovered():
            kind = Kind.RECOVERED
        case _:
            kind = Kind.PASSWORD_CHANGED
    await _tell(tx, Tell(person=fact.subject, key=f"{kind}:{_this_time()}", kind=kind))


@hears(identity.PinLocked)
async def tell_of_locked_pin(tx: Tx, fact: identity.PinLocked) -> None:
    key = f"{Kind.PIN_LOCKED}:{fact.until.isoformat()}"
    kind = Kind.PIN_LOCKED
    await _tell(tx, Tell(person=fact.subject, key=key, kind=kind, until=fact.until))


@hears(identity.ProfileChanged)
async def tell_of_new_email(tx: Tx, fact: identity.ProfileChanged) -> None:
    """A new e-mail address can sign in, so it is told; the rest of a profile is not."""
    if "email" in fact.fields.split(","):
        key = f"{Kind.EMAIL_CHANGED}:{_this_time()}"
        await _tell(tx, Tell(person=fact.subject, key=key, kind=Kind.EMAIL_CHANGED))


@hears(groups.Invited)
async def tell_invited(tx: Tx, fact: groups.Invited) -> None:
    """Who is asked into a group by name."""
    kind, key = Kind.GROUP_INVITED, f"{fact.kind}:{fact.invite}"
    tell = Tell(person=fact.person, key=key, kind=kind, other=fact.actor, subject=fact.subject)
    await _tell(tx, tell)


@hears(groups.Joined)
@hears(groups.TurnedAway)
@hears(groups.Left)
async def tell_of_membership(tx: Tx, fact: groups.Joined | groups.TurnedAway | groups.Left) -> None:
    """Whose membership others decided about; what she did herself she knows."""
    if fact.actor == fact.person:
        return
    match fact:
        case groups.Joined():
            kind = Kind.GROUP_JOINED
        case groups.TurnedAway():
            kind = Kind.GROUP_TURNED_AWAY
        case _:
            kind = Kind.GROUP_REMOVED
    key = f"{fact.kind}:{fact.member}"
    await _tell(tx, Tell(person=fact.person, key=key, kind=kind, subject=fact.subject))


@hears(payments.PaidFromPot)
async def tell_paid_from_pot(tx: Tx, fact: payments.PaidFromPot) -> None:
    """Who got money out of a pot."""
    kind, key = Kind.GROUP_PAID, f"{fact.kind}:{fact.subject}"
    tell = Tell(person=fact.person, key=key, kind=kind, subject=fact.pot, amount=fact.amount)
    await _tell(tx, tell)


@hears(groups.Dissolved)
@hears(groups.PayoutChanged)
async def tell_members(tx: Tx, fact: groups.Dissolved | groups.PayoutChanged) -> None:
    """Everybody: the group has ended; or a bank did not take a payout, as its payee hears anyway."""
    about: dict[str, Any] = {"kind": Kind.GROUP_ENDED}
    after: str | None = ""
    if isinstance(fact, groups.PayoutChanged):
        if fact.status != groups.PayoutStatus.RETURNED:
            return
        about = {"kind": Kind.GROUP_PAYOUT_RETURNED, "other": fact.person, "amount": fact.amount}
    about |= {"key": f"{fact.kind}:{fact.proposal}", "subject": fact.subject}
    while after is not None:
        page = await groups_door.people(tx, groups.GroupId(fact.subject), after or None, _PEOPLE)
        for person in page.items:
            if person != about.get("other"):
                await _tell(tx, Tell(person=person, **about))
        after = page.next


@hears(groups.Delegated)
async def tell_taker(tx: Tx, fact: groups.Delegated) -> None:
    """Who may vote for another now."""
    kind, key = Kind.GROUP_VOTE_GIVEN, f"{fact.kind}:{_this_time()}"
    tell = Tell(person=fact.taker, key=key, kind=kind, other=fact.giver, subject=fact.subject)
    await _tell(tx, tell)


@hears(groups.GuaranteeAsked)
async def tell_guarantor(tx: Tx, fact: groups.GuaranteeAsked) -> None:
    """Who is asked to answer for a loan."""
    kind, key = Kind.GROUP_GUARANTEE_ASKED, f"{fact.kind}:{fact.loan}"
    tell = Tell(person=fact.person, key=key, kind=kind, other=fact.actor, subject=fact.subject)
    await _tell(tx, tell)


@hears(groups.GuaranteeAnswered)
async def tell_borrower(tx: Tx, fact: groups.GuaranteeAnswered) -> None:
    """Whose loan it is: what somebody said who was asked to answer for it."""
    kind = Kind.GROUP_GUARANTEE_AGREED if fact.is_yes else Kind.GROUP_GUARANTEE_DECLINED
    key = f"{fact.kind}:{fact.loan}:{fact.person}"
    for person in _named(fact):
        about = Tell(person=person, key=key, kind=kind, other=fact.person, subject=fact.subject)
        await _tell(tx, about)


@hears(groups.GuaranteeCalled)
async def tell_called(tx: Tx, fact: groups.GuaranteeCalled) -> None:
    """Who shall pay a loan for which she answers."""
    kind, key = Kind.GROUP_GUARANTEE_CALLED, f"{fact.kind}:{fact.loan}"
    await _tell(tx, Tell(person=fact.person, key=key, kind=kind, subject=fact.subject))


@hears(groups.LoanCancelled)
async def tell_free(tx: Tx, fact: groups.LoanCancelled) -> None:
    """Who was asked to answer for a loan that will not be; its borrower took it back herself."""
    kind, key = Kind.GROUP_LOAN_CANCELLED, f"{fact.kind}:{fact.loan}"
    for person in _named(fact):
        if person != fact.person:
            tell = Tell(person=person, key=key, kind=kind, other=fact.person, subject=fact.subject)
            await _tell(tx, tell)


@hears(groups.Decided)
async def tell_of_loan(tx: Tx, fact: groups.Decided) -> None:
    """Who asked for a loan: what the group decided; what she took back herself she knows."""
    if fact.what != "loan" or fact.outcome == "withdrawn":
        return
    is_lent = fact.outcome == "approved"
    kind = Kind.GROUP_LOAN_APPROVED if is_lent else Kind.GROUP_LOAN_REFUSED
    for person in _named(fact):
        key = f"{fact.kind}:{fact.proposal}"
        await _tell(tx, Tell(person=person, key=key, kind=kind, subject=fact.subject))


@hears(groups.LoanRepaid)
async def tell_paid_back(tx: Tx, fact: groups.LoanRepaid) -> None:
    """Who owes nothing any more."""
    if fact.is_closed:
        kind, key = Kind.GROUP_LOAN_PAID_BACK, f"{fact.kind}:{fact.loan}"
        await _tell(tx, Tell(person=fact.person, key=key, kind=kind, subject=fact.subject))


def _named(fact: Fact) -> list[UUID]:
    """The people whom a fact of a group names beside the group itself."""
    return [id for id in fact.audience if id != fact.subject]


@hears(groups.DuesReminded)
async def tell_of_dues(tx: Tx, fact: groups.DuesReminded) -> None:
    """Who owes dues; each time that somebody asks for them she is told."""
    again = f":{_this_time()}" if fact.what == "asked" else ""
    tell = Tell(
        person=fact.person,
        key=f"{fact.kind}:{fact.what}:{fact.dues}{again}",
        kind=_OF_DUES[fact.what],
        subject=fact.subject,
        amount=fact.amount,
        until=datetime.fromisoformat(fact.due_on).replace(tzinfo=UTC),
    )
    await _tell(tx, tell)


@hears(groups.DuesFined)
@hears(groups.FineWaived)
@hears(groups.DuesTaken)
@hears(groups.DuesNotTaken)
async def tell_of_own_dues(
    tx: Tx, fact: groups.DuesFined | groups.FineWaived | groups.DuesTaken | groups.DuesNotTaken
) -> None:
    """Whom lateness cost something, or not any more, and from whose wallet dues were taken, or could not be."""
    match fact:
        case groups.DuesFined():
            kind, which = Kind.GROUP_DUES_FINED, f"{fact.dues}:{fact.amount.minor}"
        case groups.FineWaived():
            kind, which = Kind.GROUP_DUES_WAIVED, f"{fact.dues}:{_this_time()}"
        case groups.DuesTaken():
            kind, which = Kind.GROUP_DUES_TAKEN, str(fact.transaction)
        case _:
            kind, which = Kind.GROUP_DUES_NOT_TAKEN, _this_time()
    key = f"{fact.kind}:{which}"
    person, group = fact.person, fact.subject
    await _tell(tx, Tell(person=person, key=key, kind=kind, subject=group, amount=fact.amount))


@hears(groups.LoanStepTaken)
async def tell_debtor(tx: Tx, fact: groups.LoanStepTaken) -> None:
    """Who owes an instalment: in the app, and through the channel of the step."""
    if not await groups_door.is_owed(tx, groups.LoanId(fact.loan), fact.row):
        return
    kind = Kind.GROUP_LOAN_LATE if fact.is_late else Kind.GROUP_LOAN_DUE
    key = f"{fact.kind}:{fact.loan}:{fact.row}:{fact.step}"
    tell = Tell(person=fact.person, key=key, kind=kind, subject=fact.subject, amount=fact.amount)
    await _tell(tx, tell)
    if fact.channel != groups.Channel.APP:
        send = Send(
            person=fact.person,
            cause=key,
            via=Via(fact.channel),
            kind=kind,
            matter=fact.loan,
            part=fact.row,
        )
        await service.dispatch(tx, send)


@hears(groups.LoanRepaid)
async def call_back_what_was_paid(tx: Tx, fact: groups.LoanRepaid) -> None:
    """What waits to remind of an instalment that is paid now is not sent any more."""
    await service.call_back(tx, fact.loan)


@hears(kyc.Confirmed)
@hears(kyc.Declined)
@hears(kyc.Withdrawn)
async def tell_of_verification(tx: Tx, fact: kyc.About) -> None:
    """Whose verification an officer decided about; what it is of is not said on a lock screen."""
    kind = Kind(fact.kind.replace(".", "_"))
    await _tell(tx, Tell(person=fact.person, key=f"{fact.kind}:{fact.subject}", kind=kind))


@hears(webhooks.EndpointPaused)
async def tell_officers(tx: Tx, fact: webhooks.EndpointPaused) -> None:
    """Who runs the house: an integrator hears nothing until one of them switches it on again."""
    kind, key = Kind.WEBHOOK_PAUSED, f"{fact.kind}:{_this_time()}"
    for person in await identity_door.holders(tx, identity.Role.ADMIN):
        await _tell(tx, Tell(person=person, key=key, kind=kind, subject=fact.subject))
