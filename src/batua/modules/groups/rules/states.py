"""The one graph of each thing in a group that has states."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, TypeVar

from batua.modules.groups.types import (
    GuaranteeStatus,
    LoanStatus,
    MemberStatus,
    PayoutStatus,
    ProposalStatus,
    TransactionStatus,
)

_P = ProposalStatus
_M = MemberStatus
_L = LoanStatus
_G = GuaranteeStatus
_T = TransactionStatus
_O = PayoutStatus

PROPOSAL_STEPS: Final[dict[ProposalStatus, frozenset[ProposalStatus]]] = {
    _P.OPEN: frozenset({_P.APPROVED, _P.REJECTED, _P.EXPIRED, _P.WITHDRAWN}),
    # What needs no payout is executed in the moment of its approval.
    _P.APPROVED: frozenset({_P.EXECUTING, _P.EXECUTED, _P.FAILED, _P.LAPSED}),
    _P.EXECUTING: frozenset({_P.EXECUTED, _P.FAILED}),
    # The group has decided: until it lapses, what failed may be tried again.
    _P.FAILED: frozenset({_P.EXECUTING, _P.EXECUTED, _P.LAPSED}),
    _P.REJECTED: frozenset(),
    _P.EXPIRED: frozenset(),
    _P.WITHDRAWN: frozenset(),
    _P.EXECUTED: frozenset(),
    _P.LAPSED: frozenset(),
}

MEMBER_STEPS: Final[dict[MemberStatus, frozenset[MemberStatus]]] = {
    _M.ASKED: frozenset({_M.ACTIVE, _M.DECLINED, _M.WITHDRAWN}),
    _M.ACTIVE: frozenset({_M.LEFT, _M.REMOVED}),
    _M.DECLINED: frozenset(),
    _M.WITHDRAWN: frozenset(),
    _M.LEFT: frozenset(),
    _M.REMOVED: frozenset(),
}

LOAN_STEPS: Final[dict[LoanStatus, frozenset[LoanStatus]]] = {
    _L.ASKED: frozenset({_L.VOTING, _L.CANCELLED}),
    _L.VOTING: frozenset({_L.APPROVED, _L.REJECTED, _L.CANCELLED}),
    _L.APPROVED: frozenset({_L.ACTIVE, _L.CANCELLED}),
    _L.ACTIVE: frozenset({_L.CLOSED, _L.WRITTEN_OFF}),
    # Who pays after all is welcome to.
    _L.WRITTEN_OFF: frozenset({_L.CLOSED}),
    _L.CLOSED: frozenset(),
    _L.REJECTED: frozenset(),
    _L.CANCELLED: frozenset(),
}

GUARANTEE_STEPS: Final[dict[GuaranteeStatus, frozenset[GuaranteeStatus]]] = {
    _G.ASKED: frozenset({_G.AGREED, _G.DECLINED, _G.RELEASED}),
    _G.AGREED: frozenset({_G.RELEASED, _G.CALLED}),
    _G.DECLINED: frozenset(),
    _G.RELEASED: frozenset(),
    _G.CALLED: frozenset(),
}

TRANSACTION_STEPS: Final[dict[TransactionStatus, frozenset[TransactionStatus]]] = {
    _T.PENDING: frozenset({_T.SUCCEEDED, _T.FAILED, _T.EXPIRED, _T.UNKNOWN}),
    _T.UNKNOWN: frozenset({_T.PENDING, _T.SUCCEEDED, _T.FAILED, _T.EXPIRED}),
    # Money that came late, or after all, is still money.
    _T.EXPIRED: frozenset({_T.SUCCEEDED, _T.FAILED}),
    _T.FAILED: frozenset({_T.SUCCEEDED}),
    _T.SUCCEEDED: frozenset(),
}

PAYOUT_STEPS: Final[dict[PayoutStatus, frozenset[PayoutStatus]]] = {
    _O.CHOSEN: frozenset({_O.SENT, _O.KEPT}),
    _O.SENT: frozenset({_O.ARRIVED, _O.RETURNED}),
    _O.ARRIVED: frozenset(),
    _O.RETURNED: frozenset(),
    _O.KEPT: frozenset(),
}

S = TypeVar("S", bound=StrEnum)


def may_step(steps: Mapping[S, frozenset[S]], was: S, to: S) -> bool:
    """Whether something may go from one state to another."""
    return to in steps[was]


def is_over(steps: Mapping[S, frozenset[S]], status: S) -> bool:
    """Whether nothing follows a state."""
    return not steps[status]
