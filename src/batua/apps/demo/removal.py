"""Lets the demo people go: their money leaves by new entries, and nobody can be them any more.

The ledger and the payments they made stay, as they must: others may have dealt with them.
"""

from typing import Final
from uuid import UUID

from batua.apps.demo import claims
from batua.apps.demo.parting import part
from batua.apps.demo.people import CAST, MARK, PASSWORD, Role
from batua.apps.demo.stage import Player, Stage
from batua.kit import clock
from batua.kit.caller import Caller
from batua.kit.db import Database, Tx
from batua.kit.files import Files
from batua.kit.ids import new_id
from batua.kit.secrets import KeyRing, token
from batua.modules.gateways.providers.sandbox import NAME as SANDBOX
from batua.modules.identity import service as identity
from batua.modules.identity.errors import WrongPassword
from batua.modules.identity.types import PersonId, ProfileChange
from batua.modules.kyc.types import By
from batua.modules.ledger import service as ledger
from batua.modules.ledger.types import AccountKind, Leg, PostOrder
from batua.modules.notifications.jobs import messenger
from batua.modules.payments import service as payments
from batua.modules.payments.types import Direction, RequestFilter, RequestStatus

NEW_NAME: Final = f"Former person {MARK}"
ENTRY_KIND: Final = "demo_removal"
PAGE: Final = 100


async def leave(db: Database, keys: KeyRing, generation: int) -> int:
    """Let everybody of a generation go; how many people.

    repeat  does what an earlier call left undone
    """
    people = await _people(db, keys, generation)
    stage = Stage.build(db, keys, generation)
    await _leave_groups(stage, people)
    for id, role in people.items():
        await _lose_password(db, keys, id)
        async with db.transaction() as tx:
            await _end_requests(tx, keys, id)
            await _close_wallets(tx, id)
            await claims.end(tx, By(id, stage.players[role.key].session))
            await identity.change_profile(tx, keys, _caller(id), ProfileChange(name=NEW_NAME), None)
            await identity.sign_out_everywhere(tx, id)
    return len(people)


async def _people(db: Database, keys: KeyRing, generation: int) -> dict[PersonId, Role]:
    found = {}
    for role in CAST:
        async with db.read() as tx:
            id = await identity.find_by_phone(tx, keys, role.phone(generation))
        if id is not None:
            found[id] = role
    return found


async def _leave_groups(stage: Stage, people: dict[PersonId, Role]) -> None:
    """They act once more, each in a session that ends with all her others."""
    for id, role in people.items():
        async with stage.db.transaction() as tx:
            person = await identity.person(tx, stage.keys, id)
            place = identity.Place(None, "Removal (demo)")
            signed = await identity.open_session(tx, stage.keys, person, place)
        stage.players[role.key] = Player(id, signed.session, signed.device)
    await part(stage, people)


def _caller(id: PersonId) -> Caller:
    """The person herself, acting through the house."""
    return Caller(id, UUID(int=0), UUID(int=0), frozenset({"person"}), "en")


async def _lose_password(db: Database, keys: KeyRing, id: PersonId) -> None:
    """The password was shown to everybody; one that a visitor chose instead stays unknown to us."""
    means = identity.Means(
        keys=keys,
        hasher=identity.Hasher(),
        messenger=messenger(keys),
        files=Files.in_memory(),
    )
    try:
        new = identity.NewPassword(PASSWORD, token())
        await identity.change_password(db, means, _caller(id), new)
    except WrongPassword:
        return


async def _end_requests(tx: Tx, keys: KeyRing, id: PersonId) -> None:
    """Nobody should wait for an answer, or be asked for one, that can never come."""
    wanted = RequestFilter(statuses=(RequestStatus.OPEN,))
    while True:
        page = await payments.requests(tx, keys, id, wanted, None, PAGE)
        for view in page.items:
            is_hers = view.direction is Direction.OUT
            end = payments.cancel_request if is_hers else payments.decline
            await end(tx, keys, id, view.request.id)
        if page.next is None:
            return


async def _close_wallets(tx: Tx, id: PersonId) -> None:
    """Play money goes back to where it came from, the sandbox's clearing account."""
    for view in await payments.wallets(tx, id):
        [account] = await ledger.lock(tx, [view.wallet.account])
        if account.is_open and account.available.minor > 0:
            clearing = await ledger.open_account(
                tx,
                kind=AccountKind.CLEARING,
                owner=SANDBOX,
                currency=account.currency,
                floor_minor=None,
            )
            order = PostOrder(
                id=new_id(),
                kind=ENTRY_KIND,
                ref=str(id),
                legs=(Leg(account.id, clearing.id, account.available),),
                effective_at=clock.now(),
            )
            await ledger.post(tx, order)
        await ledger.close_account(tx, account.id)
