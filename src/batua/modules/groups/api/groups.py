"""HTTP of groups: list, make, read, describe; the ready-made kinds and what each role may do."""

from typing import Annotated, Any

import msgspec
from litestar.params import QueryParameter

from batua.kit import clock
from batua.kit.caller import Caller
from batua.kit.db import Database, Tx
from batua.kit.money import Currency, UnknownCurrency
from batua.kit.refusal import BadCursor
from batua.kit.secrets import KeyRing
from batua.kit.web import (
    Amount,
    Cursor,
    IdempotencyKey,
    Limit,
    get,
    key_of,
    patch,
    post,
    second_name,
)
from batua.modules.groups import service
from batua.modules.groups.api.shapes import (
    DuesDueOut,
    GroupHome,
    GroupOut,
    GroupPage,
    GroupPath,
    InstalmentOut,
    Needs,
    actor_of,
    due_out,
    group_out,
)
from batua.modules.groups.errors import (
    ConstitutionInvalid,
    GroupNotFound,
    GroupOver,
    KeyReused,
    NotInYourRole,
    WomenOnly,
    WordsTooLong,
)
from batua.modules.groups.rules import constitution as rules
from batua.modules.groups.rules import roles
from batua.modules.groups.types import (
    Admission,
    Constitution,
    CreateOrder,
    DuesDue,
    GroupId,
    GroupKind,
    GroupView,
    LoanNeeds,
    MemberStatus,
    Phrase,
    ProposalStatus,
    Right,
    Role,
)
from batua.modules.identity.types import PersonId

D = msgspec.Meta
MAX_TOLD = 50
"""Open proposals and asking people that a home looks through."""


class GroupIn(msgspec.Struct, forbid_unknown_fields=True):
    """A new group."""

    kind: Annotated[GroupKind, D(description="What it starts as.")]
    name: Annotated[
        str, D(description="What it is called.", examples=["Friends of the well"], max_length=200)
    ]
    purpose: Annotated[
        str, D(description="What it is for.", examples=["A new pump"], max_length=1000)
    ] = ""
    currency: Annotated[
        str, D(description="ISO 4217 code.", examples=["INR"], pattern="^[A-Z]{3}$")
    ] = "INR"
    is_women_only: Annotated[
        bool, D(description="Whether it asks for verified women.", examples=[False])
    ] = False
    constitution: Annotated[
        Constitution | None,
        D(description="Its rules; those of its kind when absent."),
    ] = None


class DescribeIn(msgspec.Struct, forbid_unknown_fields=True):
    """What a group is called and what it is for."""

    name: Annotated[
        str, D(description="What it is called.", examples=["Friends of the well"], max_length=200)
    ]
    purpose: Annotated[
        str, D(description="What it is for.", examples=["A new pump"], max_length=1000)
    ] = ""


class KindOut(msgspec.Struct):
    """A ready-made kind of group."""

    kind: Annotated[GroupKind, D(description="Its name.")]
    constitution: Annotated[Constitution, D(description="The rules it starts with.")]
    words: Annotated[list[Phrase], D(description="The same as sentences for any language.")]


class Kinds(msgspec.Struct):
    """What a new group can start as."""

    items: Annotated[list[KindOut], D(description="Each kind once.")]


class RoleOut(msgspec.Struct):
    """A role and what it lets somebody do."""

    role: Annotated[Role, D(description="The role.")]
    rights: Annotated[list[Right], D(description="What it lets somebody do.")]


class Roles(msgspec.Struct):
    """Every role; what no role may do, such as paying out, is voted on."""

    items: Annotated[list[RoleOut], D(description="Each role once.")]


KindCurrency = Annotated[
    str | None,
    QueryParameter(
        description="Currency of the amounts in them; rupees when absent.",
        pattern="^[A-Z]{3}$",
        required=False,
    ),
]


@get("/groups", permission="groups.read", refuses=[BadCursor])
async def list_groups(
    caller: Caller, db: Database, keys: KeyRing, cursor: Cursor = None, limit: Limit = 30
) -> GroupPage:
    """The groups that the caller is in, the one joined last first."""
    async with db.read() as tx:
        page = await service.groups(tx, PersonId(caller.person), cursor, limit)
    return GroupPage([group_out(keys, *each) for each in page.items], page.next)


@get("/groups/kinds", permission="groups.read", refuses=[UnknownCurrency])
async def list_kinds(caller: Caller, currency: KindCurrency = None) -> Kinds:
    """What a new group can start as, with the rules of each kind, named in the caller's language."""
    unit, today = Currency(currency or "INR"), clock.now().date()
    made = [(kind, rules.ready_made(kind, unit, today, caller.language)) for kind in GroupKind]
    return Kinds([KindOut(kind, each, list(rules.in_words(each))) for kind, each in made])


@get("/groups/roles", permission="groups.read")
async def list_roles() -> Roles:
    """Every role in a group, and what it lets somebody do there."""
    return Roles([RoleOut(role, sorted(roles.RIGHTS[role])) for role in Role])


@post(
    "/groups",
    permission="groups.create",
    refuses=[ConstitutionInvalid, KeyReused, UnknownCurrency, WomenOnly, WordsTooLong],
)
async def create_group(
    caller: Caller, db: Database, keys: KeyRing, data: GroupIn, key: IdempotencyKey = None
) -> GroupHome:
    """Make a group with a pot of its own; its maker is the chair. The same key makes one."""
    order = CreateOrder(
        actor=actor_of(caller),
        kind=data.kind,
        name=data.name,
        purpose=data.purpose,
        currency=Currency(data.currency),
        key=key_of(key),
        is_women_only=data.is_women_only,
        constitution=data.constitution,
        language=caller.language,
    )
    async with db.transaction() as tx:
        made = await service.create(tx, order)
        return await _home(tx, keys, order.actor.person, made.id)


@get("/groups/{id:uuid}", permission="groups.read", refuses=[GroupNotFound])
async def read_group(caller: Caller, db: Database, keys: KeyRing, id: GroupPath) -> GroupHome:
    """A group of the caller: its pot, her share, its rules, and what waits for her."""
    async with db.read() as tx:
        return await _home(tx, keys, PersonId(caller.person), GroupId(id))


@patch(
    "/groups/{id:uuid}",
    permission="groups.describe",
    refuses=[GroupNotFound, GroupOver, NotInYourRole, WordsTooLong],
)
async def describe_group(
    caller: Caller, db: Database, keys: KeyRing, id: GroupPath, data: DescribeIn
) -> GroupHome:
    """Give a group another name and purpose."""
    async with db.transaction() as tx:
        await service.describe(tx, actor_of(caller), GroupId(id), data.name, data.purpose)
        return await _home(tx, keys, PersonId(caller.person), GroupId(id))


async def _home(tx: Tx, keys: KeyRing, person: PersonId, id: GroupId) -> GroupHome:
    view = await service.group(tx, person, id)
    shown = group_out(keys, view.group, view.me, view.pot)
    return GroupHome(
        **{name: getattr(shown, name) for name in GroupOut.__struct_fields__},
        open_proposals=view.open_proposals,
        needs=await _needs(tx, keys, person, view),
        constitution_version=view.group.constitution_version,
        constitution=view.constitution,
    )


async def _needs(tx: Tx, keys: KeyRing, person: PersonId, view: GroupView) -> Needs:
    """What waits for a member; nobody else is told of it."""
    id, votes, joins = view.group.id, [], 0
    if view.open_proposals:
        first = (None, MAX_TOLD)
        page = await service.proposals(tx, person, id, [ProposalStatus.OPEN], first)
        votes = [each.proposal.id for each in page.items if each.may and each.mine is None]
    if roles.may(view.me.role, Right.ANSWER_JOINS):
        asking = await service.members(tx, person, id, MemberStatus.ASKED, (None, MAX_TOLD))
        joins = len(asking.items)
    lent = await service.loan_needs(tx, keys, person, id)
    due = await service.dues_due(tx, person, id)
    return Needs(
        votes=list(votes),
        joins=joins,
        joins_by_vote=view.constitution.admission is Admission.VOTE,
        guarantees=list(lent.guarantees),
        instalment=_instalment(view, lent),
        dues=_dues(view, due),
    )


def _dues(view: GroupView, due: DuesDue | None) -> DuesDueOut | None:
    if due is None:
        return None
    return DuesDueOut(due.rows, Amount.of(view.group.money(due.left_minor)))


def _instalment(view: GroupView, needs: LoanNeeds) -> InstalmentOut | None:
    if needs.due is None:
        return None
    loan, due = needs.due
    shown = due_out(view.group.money, due)
    assert shown is not None, "it is due"
    return InstalmentOut(loan, shown)


ROUTES: list[Any] = [
    list_groups,
    list_kinds,
    list_roles,
    second_name(create_group, "/group/create"),
    read_group,
    describe_group,
]
