"""What proposals and ballots look like on the wire."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec

from batua.kit.web import Amount
from batua.modules.groups import service
from batua.modules.groups.api.payout_shapes import DESTINATION_ID, PayoutOut, payout_out
from batua.modules.groups.api.shapes import (
    GROUP_ID,
    MEMBER_ID,
    PERSON_ID,
    WHEN,
    FaceOut,
    Next,
    face_out,
)
from batua.modules.groups.types import (
    LOAN_KINDS,
    Change,
    Choice,
    Constitution,
    Faces,
    Group,
    MemberId,
    Phrase,
    ProposalKind,
    ProposalStatus,
    ProposalView,
    Role,
    SplitRule,
    StoredBallot,
)
from batua.modules.identity.types import PersonId

D = msgspec.Meta


class RoleFor(msgspec.Struct, forbid_unknown_fields=True):
    """A role for a member."""

    member: Annotated[UUID, D(description="The membership.", examples=[MEMBER_ID])]
    role: Annotated[Role, D(description="What she becomes.")]


class ProposalIn(msgspec.Struct, forbid_unknown_fields=True):
    """A question to the group; which fields it needs depends on its kind."""

    kind: Annotated[ProposalKind, D(description="What is asked.")]
    reason: Annotated[str, D(description="Why.", examples=["The pump broke"], max_length=2000)] = ""
    amount: Annotated[Amount | None, D(description="Of `withdraw`: how much.")] = None
    payee: Annotated[
        UUID | None,
        D(description="Of `withdraw`: the person of the group who is paid.", examples=[PERSON_ID]),
    ] = None
    subject: Annotated[
        UUID | None,
        D(
            description="Of `admit` and `remove`: the membership it is about.",
            examples=[MEMBER_ID],
        ),
    ] = None
    constitution: Annotated[
        Constitution | None, D(description="Of `constitution`: all settings as they shall be.")
    ] = None
    roles: Annotated[
        Annotated[list[RoleFor], D(max_length=20)], D(description="Of `roles`: who becomes what.")
    ] = []
    split: Annotated[
        SplitRule, D(description="Of `dissolve`: in which proportion the pot is split.")
    ] = SplitRule.NET
    destination: Annotated[
        UUID | None,
        D(
            description="Of `withdraw`, when the caller herself is paid: a bank account to which "
            "she withdrew before, and to which the money goes on from her wallet.",
            examples=[DESTINATION_ID],
        ),
    ] = None


class AmendIn(msgspec.Struct, forbid_unknown_fields=True):
    """Another amount or payee of a withdrawal."""

    amount: Annotated[Amount, D(description="How much.")]
    payee: Annotated[UUID, D(description="Who is paid.", examples=[PERSON_ID])]


class VoteIn(msgspec.Struct, forbid_unknown_fields=True):
    """A vote."""

    version: Annotated[
        int, D(description="The version of the proposal that the voter saw.", examples=[1])
    ]
    choice: Annotated[Choice, D(description="What she says.")]
    reason: Annotated[str, D(description="Why.", examples=["We need it"], max_length=600)] = ""


class TallyOut(msgspec.Struct):
    """How a vote stands."""

    electors: Annotated[int, D(description="Who had a vote when it opened.", examples=[5])]
    needed: Annotated[int, D(description="How many yes make it pass.", examples=[3])]
    percent: Annotated[int, D(description="The percentage behind that.", examples=[51])]
    yes: Annotated[int, D(description="Who said yes.", examples=[2])]
    no: Annotated[int, D(description="Who said no.", examples=[1])]
    abstain: Annotated[int, D(description="Who abstained.", examples=[0])]
    gone: Annotated[int, D(description="Who has lost her vote since.", examples=[0])]
    waiting: Annotated[int, D(description="Who has not voted.", examples=[2])]


class BallotOut(msgspec.Struct):
    """What an elector said."""

    member_id: Annotated[UUID, D(description="Whose vote it is.", examples=[MEMBER_ID])]
    person: Annotated[FaceOut | None, D(description="Who she is.")]
    choice: Annotated[Choice, D(description="What was said.")]
    cast_by: Annotated[
        FaceOut | None, D(description="Who cast it: herself, or whom she gave her vote.")
    ]
    is_delegated: Annotated[
        bool, D(description="Whether another cast it for her.", examples=[False])
    ]
    reason: Annotated[str, D(description="Why.", examples=["We need it"])]
    cast_at: Annotated[datetime, D(description="When.", examples=[WHEN])]


class BallotPage(msgspec.Struct):
    """Some ballots of the version that stands."""

    items: Annotated[list[BallotOut], D(description="The ballots, by membership.")]
    next: Next


class RoleChange(msgspec.Struct):
    """A role that a proposal gives."""

    member: Annotated[UUID, D(description="The membership.", examples=[MEMBER_ID])]
    person: Annotated[FaceOut | None, D(description="Who she is.")]
    role: Annotated[Role, D(description="What she becomes.")]


class ProposalOut(msgspec.Struct):
    """A question to the group, how its vote stands, and what became of it."""

    id: Annotated[UUID, D(description="The proposal.", examples=[GROUP_ID])]
    kind: Annotated[ProposalKind, D(description="What is asked.")]
    status: Annotated[ProposalStatus, D(description="How far it has come.")]
    version: Annotated[int, D(description="Counts up when amount or payee changes.", examples=[1])]
    asker: Annotated[FaceOut | None, D(description="Who asks.")]
    is_mine: Annotated[bool, D(description="Whether the caller asks.", examples=[False])]
    reason: Annotated[str, D(description="Why.", examples=["The pump broke"])]
    amount: Annotated[
        Amount | None,
        D(description="How much, of a withdrawal; of `dissolve`, the pot when it was asked."),
    ]
    payee: Annotated[FaceOut | None, D(description="Who is paid, of a withdrawal.")]
    payout: Annotated[
        PayoutOut | None,
        D(description="Where the money goes on to; null when no further than into her wallet."),
    ]
    may_choose_destination: Annotated[
        bool,
        D(
            description="Whether the caller is paid, and may still choose where to.",
            examples=[False],
        ),
    ]
    subject: Annotated[FaceOut | None, D(description="Whom it is about.")]
    loan_id: Annotated[
        UUID | None, D(description="Of a question about a loan: which.", examples=[GROUP_ID])
    ]
    instalments: Annotated[
        int | None, D(description="Of `restructure`: how many from then on.", examples=[6])
    ]
    split: Annotated[
        SplitRule | None, D(description="Of `dissolve`: in which proportion the pot is split.")
    ]
    roles: Annotated[list[RoleChange], D(description="Who becomes what.")]
    changes: Annotated[list[Change], D(description="Of new rules: setting by setting.")]
    tally: Annotated[TallyOut, D(description="How the vote stands.")]
    words: Annotated[
        list[Phrase], D(description="The rule with its numbers, as sentences for any language.")
    ]
    may_vote: Annotated[bool, D(description="Whether the caller may vote now.", examples=[True])]
    needs_pin: Annotated[
        bool, D(description="Whether a vote needs the Step-Up-Token.", examples=[False])
    ]
    mine: Annotated[Choice | None, D(description="What the caller said in this version.")]
    opened_at: Annotated[datetime, D(description="When it opened.", examples=[WHEN])]
    expires_at: Annotated[datetime, D(description="When the vote ends.", examples=[WHEN])]
    decided_at: Annotated[datetime | None, D(description="When it was decided.", examples=[WHEN])]
    lapses_at: Annotated[
        datetime | None, D(description="Until when it may be paid out.", examples=[WHEN])
    ]
    executed_at: Annotated[datetime | None, D(description="When it was done.", examples=[WHEN])]
    failure: Annotated[
        str | None,
        D(description="Why it was not done, as a stable word.", examples=["not_enough_in_pot"]),
    ]


class ProposalPage(msgspec.Struct):
    """Some proposals of a group."""

    items: Annotated[list[ProposalOut], D(description="The proposals, newest first.")]
    next: Next


def ballot_out(ballot: StoredBallot, who: Faces) -> BallotOut:
    return BallotOut(
        member_id=ballot.member_id,
        person=face_out(who.member(ballot.member_id)),
        choice=ballot.choice,
        cast_by=face_out(who.member(ballot.cast_by)),
        is_delegated=ballot.cast_by != ballot.member_id,
        reason=ballot.reason,
        cast_at=ballot.cast_at,
    )


def proposal_out(
    group: Group, view: ProposalView, who: Faces, caller: PersonId, *, needs_pin: bool
) -> ProposalOut:
    found, tally = view.proposal, view.proposal.tally
    return ProposalOut(
        id=found.id,
        kind=found.kind,
        status=found.status,
        version=found.version,
        asker=face_out(who.person(found.asker)),
        is_mine=found.asker == caller,
        reason=found.reason,
        amount=None if found.amount_minor is None else Amount.of(group.money(found.amount_minor)),
        payee=face_out(who.person(found.payee)),
        payout=payout_out(view.payout, caller),
        may_choose_destination=service.may_choose_destination(found, caller),
        subject=face_out(who.person(found.interested)),
        loan_id=found.subject if found.kind in LOAN_KINDS else None,
        instalments=found.document.get("count"),
        split=_split(view),
        roles=_roles(view, who),
        changes=list(view.changes),
        tally=TallyOut(
            electors=tally.electors,
            needed=tally.needed,
            percent=found.percent,
            yes=tally.yes,
            no=tally.no,
            abstain=tally.abstain,
            gone=tally.gone,
            waiting=tally.waiting,
        ),
        words=list(view.words),
        may_vote=view.may,
        needs_pin=needs_pin,
        mine=None if view.mine is None else view.mine.choice,
        opened_at=found.opened_at,
        expires_at=found.expires_at,
        decided_at=found.decided_at,
        lapses_at=found.lapses_at,
        executed_at=found.executed_at,
        failure=found.failure,
    )


def members_named(view: ProposalView) -> list[MemberId]:
    """The memberships to which a proposal gives roles."""
    if view.proposal.kind is not ProposalKind.ROLES:
        return []
    return [MemberId(UUID(id)) for id in view.proposal.document]


def _split(view: ProposalView) -> SplitRule | None:
    is_ending = view.proposal.kind is ProposalKind.DISSOLVE
    return SplitRule(view.proposal.document["split"]) if is_ending else None


def _roles(view: ProposalView, who: Faces) -> list[RoleChange]:
    named = zip(members_named(view), view.proposal.document.values(), strict=False)
    return [RoleChange(id, face_out(who.member(id)), Role(role)) for id, role in named]
