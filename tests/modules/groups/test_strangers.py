"""Whoever is not in a group finds nothing of it, whatever she tries."""

from collections.abc import Awaitable, Callable

import pytest
from tests.modules.groups.dues_given import DUES_JOBS, dues_deeds
from tests.modules.groups.given import a_key, circle
from tests.modules.groups.test_membership import a_person
from tests.modules.payments.given import Someone, inr

from batua.kit import clock
from batua.kit.db import Database, Tx
from batua.kit.files import Files
from batua.kit.secrets import KeyRing
from batua.modules.gateways.types import Rails
from batua.modules.groups import service as groups
from batua.modules.groups.errors import (
    GroupNotFound,
)
from batua.modules.groups.types import (
    EVERY_LINE,
    AmendOrder,
    AttachOrder,
    Choice,
    ContributeOrder,
    DelegateOrder,
    DestinationOrder,
    GroupId,
    InviteOrder,
    LoanChangeOrder,
    LoanOrder,
    LoansWanted,
    MemberId,
    MemberStatus,
    MembersWanted,
    ProposalId,
    ProposalKind,
    ProposeOrder,
    QuoteOrder,
    RepayOrder,
    SplitRule,
    VoteOrder,
)

FOR_EVERYBODY = {"open_picture"}
FOR_EVERYBODY |= {"asked"}  # by whoever asks for her own, and nobody else's
FOR_EVERYBODY |= {"open_receipt", "create", "groups", "join", "look_at_link", "mine", "my_invites"}
FOR_THE_HOUSE = (
    {"picture_glimpse", "picture_link", "receipt_counts"}
    | {"agreement", "end_in_time", "faces", "out_of_time", "pay", "unpaid"}
    | {"pay_page", "settle_contribution", "settle_repayment"}
    | DUES_JOBS
)
FOR_THE_HOUSE |= {"Contributions"}  # the lane in which handlers contribute
FOR_THE_HOUSE |= {"ending_under_way", "people", "share_out"}  # about groups that end
FOR_THE_HOUSE |= {"may_choose_destination", "payouts", "settle_payout"}  # about payouts to banks
FOR_THE_HOUSE |= {"chase", "is_owed", "owed", "to_chase"}  # about instalments that are late
IN_PARTS = {
    "whole_dues",
    "whole_positions",
    "whole_statement",
}  # read by themselves, in a transaction a page
IN_PARTS |= {"attach", "give_picture", "remove_picture", "remove_receipt"}


def loan_deeds(keys: KeyRing, who: Someone, id: GroupId, proposal: ProposalId, mine: MemberId):
    """Those about loans."""
    actor, rails = who.actor, Rails({}, {}, keys)
    lent = LoanOrder(actor, id, QuoteOrder("loan", inr(1), 1), "", a_key())
    said = (proposal, True)
    changed_loan = LoanChangeOrder(actor, id, proposal, ProposalKind.WRITE_OFF, "", a_key())
    return {
        "answer_guarantee": lambda tx: groups.answer_guarantee(tx, keys, actor, id, said),
        "ask_guarantor": lambda tx: groups.ask_guarantor(tx, actor, id, proposal, mine),
        "ask_loan": lambda tx: groups.ask_loan(tx, keys, lent),
        "change_loan": lambda tx: groups.change_loan(tx, keys, changed_loan),
        "cancel_loan": lambda tx: groups.cancel_loan(tx, actor, id, proposal),
        "loan": lambda tx: groups.loan(tx, keys, who.id, id, proposal),
        "loan_needs": lambda tx: groups.loan_needs(tx, keys, who.id, id),
        "loans": lambda tx: groups.loans(tx, keys, who.id, id, LoansWanted(), (None, 10)),
        "repayment": lambda tx: groups.repayment(tx, who.id, id, proposal),
        "steps": lambda tx: groups.steps(tx, keys, who.id, id, proposal),
        "repayments": lambda tx: groups.repayments(tx, who.id, id, proposal, (None, 10)),
        "quote": lambda tx: groups.quote(tx, keys, who.id, id, QuoteOrder("loan", inr(1), 1)),
        "repay": lambda tx: groups.repay(
            tx, keys, RepayOrder(actor, id, proposal, inr(1), a_key())
        ),
        "repay_by_checkout": lambda tx: groups.repay_by_checkout(
            tx, rails, RepayOrder(actor, id, proposal, inr(1), a_key()), ""
        ),
    }


def deeds(keys: KeyRing, who: Someone, id: GroupId, proposal: ProposalId, mine: MemberId):
    """Every verb of the door that names a group, as somebody does it."""
    actor, rails = who.actor, Rails({}, {}, keys)
    paid = ContributeOrder(actor, id, inr(100), "", a_key())
    asked = ProposeOrder(actor, id, ProposalKind.WITHDRAW, "", a_key(), inr(1), who.id)
    return {
        **dues_deeds(keys, who, id, proposal),
        **loan_deeds(keys, who, id, proposal, mine),
        "delegations": lambda tx: groups.delegations(tx, who.id, id),
        "difference": lambda tx: groups.difference(tx, who.id, id, 1, 1),
        "version": lambda tx: groups.version(tx, who.id, id, None),
        "versions": lambda tx: groups.versions(tx, who.id, id, None, 5),
        "amend": lambda tx: groups.amend(tx, AmendOrder(actor, id, proposal, inr(1), who.id)),
        "answer_join": lambda tx: groups.answer_join(tx, actor, id, mine, is_yes=True),
        "ballots": lambda tx: groups.ballots(tx, who.id, id, proposal, (None, 10)),
        "choose_destination": lambda tx: groups.choose_destination(
            tx, rails, DestinationOrder(actor, id, proposal, None)
        ),
        "cancel_invite": lambda tx: groups.cancel_invite(tx, actor, id, a_key()),
        "constitution": lambda tx: groups.constitution(tx, who.id, id),
        "contribute": lambda tx: groups.contribute(tx, keys, paid),
        "contribute_by_checkout": lambda tx: groups.contribute_by_checkout(tx, rails, paid, ""),
        "delegate": lambda tx: groups.delegate(tx, DelegateOrder(actor, id, mine, clock.now())),
        "describe": lambda tx: groups.describe(tx, actor, id, "Ours", ""),
        "end_delegation": lambda tx: groups.end_delegation(tx, actor, id),
        "group": lambda tx: groups.group(tx, who.id, id),
        "invite": lambda tx: groups.invite(tx, InviteOrder(actor, id)),
        "invites": lambda tx: groups.invites(tx, who.id, id, None, 10),
        "leave": lambda tx: groups.leave(tx, actor, id),
        "log": lambda tx: groups.log(tx, who.id, id, None, 10),
        "members": lambda tx: groups.members(tx, who.id, id, MemberStatus.ACTIVE, (None, 10)),
        "find_members": lambda tx: groups.find_members(
            tx, keys, who.id, id, MembersWanted(), (None, 10)
        ),
        "positions": lambda tx: groups.positions(tx, who.id, id, (None, 10)),
        "sums": lambda tx: groups.sums(tx, who.id, id),
        "proposal": lambda tx: groups.proposal(tx, who.id, id, proposal),
        "proposals": lambda tx: groups.proposals(tx, who.id, id, [], (None, 10)),
        "propose": lambda tx: groups.propose(tx, rails, asked),
        "receipts": lambda tx: groups.receipts(tx, keys, who.id, id, proposal),
        "retry": lambda tx: groups.retry(tx, rails, actor, id, proposal),
        "split": lambda tx: groups.split(tx, who.id, id, SplitRule.NET, (None, 10)),
        "printed_statement": lambda tx: groups.printed_statement(
            tx, keys, who.id, id, (None, None)
        ),
        "statement": lambda tx: groups.statement(tx, who.id, id, EVERY_LINE, (None, 10)),
        "take_back": lambda tx: groups.take_back(tx, actor, id, proposal),
        "take_back_join": lambda tx: groups.take_back_join(tx, actor, id),
        "transaction": lambda tx: groups.transaction(tx, who.id, id, proposal),
        "vote": lambda tx: groups.vote(tx, keys, VoteOrder(actor, id, proposal, 1, Choice.YES)),
    }


async def test_a_stranger_finds_nothing(db: Database, keys: KeyRing) -> None:
    """Nobody who is not in a group can tell it from one that does not exist, nor who left it."""
    whole = await circle(db, keys, 3, pot=30_00)
    await whole.leave(whole[2])
    proposal = await whole.withdrawal(whole[1], 1_00)
    mine = await whole.member(whole[1])
    for who in (await a_person(db, keys, "Ravi"), whole[2]):
        every = deeds(keys, who, whole.id, proposal.id, mine.id)
        assert set(every) == set(groups.__all__) - FOR_EVERYBODY - FOR_THE_HOUSE - IN_PARTS
        for deed in every.values():
            await check_hidden(db, deed)
        for whole_file in (groups.whole_statement, groups.whole_dues, groups.whole_positions):
            with pytest.raises(GroupNotFound):
                await anext(whole_file(db, keys, who.id, whole.id))
        with pytest.raises(GroupNotFound):
            file = AttachOrder(who.actor, whole.id, proposal.id, b"")
            await groups.attach(db, keys, Files.in_memory(), file)
        with pytest.raises(GroupNotFound):
            await groups.give_picture(db, Files.in_memory(), who.actor, whole.id, b"")
        with pytest.raises(GroupNotFound):
            await groups.remove_picture(db, Files.in_memory(), who.actor, whole.id)
        with pytest.raises(GroupNotFound):
            await groups.remove_receipt(db, Files.in_memory(), who.actor, whole.id, proposal.id)


async def check_hidden(db: Database, deed: Callable[[Tx], Awaitable[object]]) -> None:
    with pytest.raises(GroupNotFound):
        async with db.transaction() as tx:
            await deed(tx)
