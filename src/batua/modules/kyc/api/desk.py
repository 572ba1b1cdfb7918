"""The desk of officers over HTTP; each look is logged as well as each decision."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec

from batua.kit.caller import Caller
from batua.kit.db import Database, Tx
from batua.kit.refusal import BadCursor
from batua.kit.secrets import KeyRing
from batua.kit.web import Cursor, Limit, Rate, get, post
from batua.modules.identity import service as identity
from batua.modules.identity.errors import BadHandle, BadPhone
from batua.modules.kyc import service
from batua.modules.kyc.api.shapes import WHEN, D, VerificationCaseOut, VerificationPath, by_of
from batua.modules.kyc.errors import (
    AboutYourself,
    BadEnd,
    BadReason,
    LookForOne,
    MovedOn,
    NoSuchVerification,
)
from batua.modules.kyc.types import Reason, Verification, VerificationId, Way

Next = Annotated[
    str | None, D(description="Cursor of the next page; null at the end.", examples=["WyIy"])
]


class VerificationCasesPage(msgspec.Struct):
    """Some of those who wait, or what one person asked for."""

    items: Annotated[list[VerificationCaseOut], D(description="The verifications.")]
    next: Next


class VerificationFindIn(msgspec.Struct, forbid_unknown_fields=True):
    """Whom an officer looks for: by one of the two, given whole."""

    phone: Annotated[
        Annotated[str, D(max_length=40)] | None,
        D(description="Her number.", examples=["+919876543210"]),
    ] = None
    handle: Annotated[
        Annotated[str, D(max_length=100)] | None,
        D(description="Her handle.", examples=["asha@batua"]),
    ] = None


class VerificationConfirmIn(msgspec.Struct, forbid_unknown_fields=True):
    """That it is so."""

    how: Annotated[Way, D(description="How she was met.", examples=["in_person"])]
    until: Annotated[
        Annotated[datetime, D(tz=True)] | None,
        D(
            description="When it ends by itself, RFC 3339, within ten years; null for never.",
            examples=["2031-11-21T00:00:00Z"],
        ),
    ] = None


class VerificationEndIn(msgspec.Struct, forbid_unknown_fields=True):
    """Why a verification is declined or withdrawn."""

    reason: Annotated[
        Reason,
        D(
            description="To decline: `not_reached`, `not_sure`, `other_account`. To withdraw:"
            " `mistake`, `misused`, `other_account`.",
            examples=["other_account"],
        ),
    ]


class VerificationLogLineOut(msgspec.Struct):
    """Something that was done or looked at."""

    id: Annotated[int, D(description="Counts up.", examples=[412])]
    at: Annotated[datetime, D(description="When.", examples=[WHEN])]
    actor: Annotated[UUID | None, D(description="Who; null for the house itself.")]
    session: Annotated[UUID | None, D(description="In which session.")]
    act: Annotated[str, D(description="What was done.", examples=["confirmed"])]
    subject: Annotated[
        UUID | None,
        D(description="The verification; of a search the person; of a list nothing."),
    ]


class VerificationLogPage(msgspec.Struct):
    """Some lines of the log."""

    items: Annotated[list[VerificationLogLineOut], D(description="The lines, newest first.")]
    next: Next


@get("/verifications/waiting", permission="kyc.verifications.read", refuses=(BadCursor,))
async def list_waiting_verifications(
    caller: Caller, db: Database, keys: KeyRing, cursor: Cursor = None, limit: Limit = 30
) -> VerificationCasesPage:
    """Who waits to be verified, the longest first. Nobody can list who was verified."""
    async with db.transaction() as tx:
        page = await service.waiting(tx, by_of(caller), cursor, limit)
        return VerificationCasesPage(await _cases(tx, keys, page.items), page.next)


# Whom one looks for stands in the body: what stands in an address line stands in logs.
@post(
    "/verifications/find",
    status_code=200,
    permission="kyc.verifications.read",
    rate=Rate(60, 60),
    refuses=(BadHandle, BadPhone, LookForOne),
)
async def find_verifications(
    caller: Caller, db: Database, keys: KeyRing, data: VerificationFindIn
) -> VerificationCasesPage:
    """What one person asked for; an empty list for somebody who is not there."""
    async with db.transaction() as tx:
        found = await service.find(tx, keys, by_of(caller), phone=data.phone, handle=data.handle)
        return VerificationCasesPage(await _cases(tx, keys, found), None)


@post(
    "/verifications/{id:uuid}/confirm",
    status_code=200,
    permission="kyc.verifications.decide",
    refuses=(AboutYourself, BadEnd, MovedOn, NoSuchVerification),
)
async def confirm_verification(
    caller: Caller, db: Database, keys: KeyRing, id: VerificationPath, data: VerificationConfirmIn
) -> VerificationCaseOut:
    """Confirm what somebody says of herself."""
    async with db.transaction() as tx:
        found = await service.confirm(tx, by_of(caller), VerificationId(id), data.how, data.until)
        return (await _cases(tx, keys, [found]))[0]


@post(
    "/verifications/{id:uuid}/decline",
    status_code=200,
    permission="kyc.verifications.decide",
    refuses=(AboutYourself, BadReason, MovedOn, NoSuchVerification),
)
async def decline_verification(
    caller: Caller, db: Database, keys: KeyRing, id: VerificationPath, data: VerificationEndIn
) -> VerificationCaseOut:
    """Say that it could not be confirmed; she may ask again."""
    async with db.transaction() as tx:
        found = await service.decline(tx, by_of(caller), VerificationId(id), data.reason)
        return (await _cases(tx, keys, [found]))[0]


@post(
    "/verifications/{id:uuid}/withdraw",
    status_code=200,
    permission="kyc.verifications.decide",
    refuses=(AboutYourself, BadReason, MovedOn, NoSuchVerification),
)
async def withdraw_verification(
    caller: Caller, db: Database, keys: KeyRing, id: VerificationPath, data: VerificationEndIn
) -> VerificationCaseOut:
    """Take a confirmation back. She stays in the groups that she is in."""
    async with db.transaction() as tx:
        found = await service.withdraw(tx, by_of(caller), VerificationId(id), data.reason)
        return (await _cases(tx, keys, [found]))[0]


@get("/verifications/log", permission="kyc.log.read", refuses=(BadCursor,))
async def read_verification_log(
    db: Database, cursor: Cursor = None, limit: Limit = 50
) -> VerificationLogPage:
    """Who decided and who looked, newest first; people are named by id alone."""
    async with db.read() as tx:
        page = await service.log(tx, cursor, limit)
    items = [
        VerificationLogLineOut(each.id, each.at, each.actor, each.session, each.act, each.subject)
        for each in page.items
    ]
    return VerificationLogPage(items, page.next)


async def _cases(tx: Tx, keys: KeyRing, found: Sequence[Verification]) -> list[VerificationCaseOut]:
    people = await identity.people(tx, keys, {one.person for one in found})
    return [VerificationCaseOut.of_case(one, people[one.person]) for one in found]


ROUTES: list[Any] = [
    list_waiting_verifications,
    find_verifications,
    confirm_verification,
    decline_verification,
    withdraw_verification,
    read_verification_log,
]
