"""One's own verification over HTTP: ask, look, take back."""

from typing import Annotated, Any

import msgspec

from batua.kit.caller import Caller
from batua.kit.db import Database
from batua.kit.web import Rate, get, post
from batua.modules.kyc import service
from batua.modules.kyc.api.shapes import ClaimField, D, KycVerificationOut, VerificationPath, by_of
from batua.modules.kyc.errors import AlreadyAsked, MovedOn, NoSuchVerification
from batua.modules.kyc.types import VerificationId, Way


class VerificationIn(msgspec.Struct, forbid_unknown_fields=True):
    """What is to be verified, and how she would like to be met."""

    claim: ClaimField
    way: Annotated[Way, D(description="How she would like to be met.", examples=["in_person"])]


class KycVerificationsOut(msgspec.Struct):
    """What the caller asked for."""

    items: Annotated[
        list[KycVerificationOut], D(description="The newest first; the last twenty at most.")
    ]


@get("/verifications", permission="kyc.own.read")
async def list_my_verifications(caller: Caller, db: Database) -> KycVerificationsOut:
    """What the caller asked for herself; nobody else is told of it."""
    async with db.read() as tx:
        found = await service.mine(tx, by_of(caller).person)
    return KycVerificationsOut([KycVerificationOut.of(one) for one in found])


@post("/verifications", permission="kyc.own.change", rate=Rate(20, 3600), refuses=(AlreadyAsked,))
async def ask_to_be_verified(
    caller: Caller, db: Database, data: VerificationIn
) -> KycVerificationOut:
    """Ask an officer to verify what the caller says of herself."""
    async with db.transaction() as tx:
        return KycVerificationOut.of(await service.ask(tx, by_of(caller), data.claim, data.way))


@post(
    "/verifications/{id:uuid}/take-back",
    status_code=200,
    permission="kyc.own.change",
    refuses=(MovedOn, NoSuchVerification),
)
async def take_back_verification(
    caller: Caller, db: Database, id: VerificationPath
) -> KycVerificationOut:
    """Not want it any more, decided or not."""
    async with db.transaction() as tx:
        found = await service.take_back(tx, by_of(caller), VerificationId(id))
    return KycVerificationOut.of(found)


ROUTES: list[Any] = [list_my_verifications, ask_to_be_verified, take_back_verification]
