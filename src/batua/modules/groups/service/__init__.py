"""What groups can do: the door of the module."""

from batua.modules.groups.service.arriving import pay_page
from batua.modules.groups.service.attaching import (
    attach,
    open_receipt,
    receipt_counts,
    receipts,
    remove_receipt,
)
from batua.modules.groups.service.collecting.allowing import (
    allow_dues,
    remind_dues,
    stop_dues,
    waive_fine,
)
from batua.modules.groups.service.collecting.looking import look as look_at_dues
from batua.modules.groups.service.collecting.looking import to_look as dues_to_look
from batua.modules.groups.service.collecting.showing import (
    dues_due,
    dues_grid,
    dues_plans,
    my_dues,
    whole_dues,
)
from batua.modules.groups.service.contributing import (
    contribute,
    contribute_by_checkout,
    settle_contribution,
)
from batua.modules.groups.service.dues.writing import to_write as dues_to_write
from batua.modules.groups.service.dues.writing import write as write_dues
from batua.modules.groups.service.ending import people, share_out, split
from batua.modules.groups.service.ending import under_way as ending_under_way
from batua.modules.groups.service.finding import find_members, members
from batua.modules.groups.service.founding import create, describe
from batua.modules.groups.service.inviting import (
    answer_join,
    asked,
    cancel_invite,
    invite,
    invites,
    join,
    look_at_link,
    my_invites,
)
from batua.modules.groups.service.lane import Contributions
from batua.modules.groups.service.leaving import leave, take_back_join
from batua.modules.groups.service.loans.asking import (
    answer_guarantee,
    ask_guarantor,
    ask_loan,
    cancel_loan,
    quote,
)
from batua.modules.groups.service.loans.changing import change_loan
from batua.modules.groups.service.loans.chasing import chase, is_owed, owed, steps, to_chase
from batua.modules.groups.service.loans.paying_back import (
    repay,
    repay_by_checkout,
    settle_repayment,
)
from batua.modules.groups.service.loans.reading import (
    loan,
    loan_needs,
    loans,
    repayment,
    repayments,
)
from batua.modules.groups.service.paying import pay, retry
from batua.modules.groups.service.picturing import (
    give_picture,
    open_picture,
    picture_glimpse,
    picture_link,
    remove_picture,
)
from batua.modules.groups.service.printing import printed_statement
from batua.modules.groups.service.proposing import amend, propose, take_back
from batua.modules.groups.service.proving import agreement
from batua.modules.groups.service.reading import (
    ballots,
    constitution,
    group,
    groups,
    log,
    proposal,
    proposals,
    statement,
    transaction,
)
from batua.modules.groups.service.reckoning import positions, sums, whole_positions
from batua.modules.groups.service.seeing import (
    delegations,
    difference,
    faces,
    mine,
    version,
    versions,
    whole_statement,
)
from batua.modules.groups.service.sending_out import (
    choose_destination,
    may_choose_destination,
    payouts,
    settle_payout,
)
from batua.modules.groups.service.upkeep import end_in_time, out_of_time, unpaid
from batua.modules.groups.service.voting import delegate, end_delegation, vote

__all__ = [
    "Contributions",
    "agreement",
    "allow_dues",
    "amend",
    "answer_guarantee",
    "answer_join",
    "ask_guarantor",
    "ask_loan",
    "asked",
    "attach",
    "ballots",
    "cancel_invite",
    "cancel_loan",
    "change_loan",
    "chase",
    "choose_destination",
    "constitution",
    "contribute",
    "contribute_by_checkout",
    "create",
    "delegate",
    "delegations",
    "describe",
    "difference",
    "dues_due",
    "dues_grid",
    "dues_plans",
    "dues_to_look",
    "dues_to_write",
    "end_delegation",
    "end_in_time",
    "ending_under_way",
    "faces",
    "find_members",
    "give_picture",
    "group",
    "groups",
    "invite",
    "invites",
    "is_owed",
    "join",
    "leave",
    "loan",
    "loan_needs",
    "loans",
    "log",
    "look_at_dues",
    "look_at_link",
    "may_choose_destination",
    "members",
    "mine",
    "my_dues",
    "my_invites",
    "open_picture",
    "open_receipt",
    "out_of_time",
    "owed",
    "pay",
    "pay_page",
    "payouts",
    "people",
    "picture_glimpse",
    "picture_link",
    "positions",
    "printed_statement",
    "proposal",
    "proposals",
    "propose",
    "quote",
    "receipt_counts",
    "receipts",
    "remind_dues",
    "remove_picture",
    "remove_receipt",
    "repay",
    "repay_by_checkout",
    "repayment",
    "repayments",
    "retry",
    "settle_contribution",
    "settle_payout",
    "settle_repayment",
    "share_out",
    "split",
    "statement",
    "steps",
    "stop_dues",
    "sums",
    "take_back",
    "take_back_join",
    "to_chase",
    "transaction",
    "unpaid",
    "version",
    "versions",
    "vote",
    "waive_fine",
    "whole_dues",
    "whole_positions",
    "whole_statement",
    "write_dues",
]
