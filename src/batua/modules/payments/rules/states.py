"""The one graph of a payment's states and of a request's."""

from typing import Final

from batua.modules.payments.types import PaymentStatus, RequestStatus

_P = PaymentStatus
_R = RequestStatus

PAYMENT_STEPS: Final[dict[PaymentStatus, frozenset[PaymentStatus]]] = {
    _P.PENDING: frozenset({_P.SUCCEEDED, _P.FAILED, _P.EXPIRED, _P.UNKNOWN}),
    _P.UNKNOWN: frozenset({_P.PENDING, _P.SUCCEEDED, _P.FAILED, _P.EXPIRED}),
    # Money that really came after its time is still credited.
    _P.EXPIRED: frozenset({_P.SUCCEEDED, _P.FAILED}),
    _P.SUCCEEDED: frozenset(),
    # A payer whose first try was declined may pay after all.
    _P.FAILED: frozenset({_P.SUCCEEDED}),
}

REQUEST_STEPS: Final[dict[RequestStatus, frozenset[RequestStatus]]] = {
    _R.OPEN: frozenset({_R.PAID, _R.DECLINED, _R.CANCELLED, _R.EXPIRED}),
    _R.PAID: frozenset(),
    _R.DECLINED: frozenset(),
    _R.CANCELLED: frozenset(),
    _R.EXPIRED: frozenset(),
}

SETTLED: Final = frozenset({_P.SUCCEEDED, _P.FAILED, _P.EXPIRED})
"""The states in which a payment waits for nobody."""


def may_step(was: PaymentStatus, to: PaymentStatus) -> bool:
    """Whether a payment may go from one state to another."""
    return to in PAYMENT_STEPS[was]


def may_answer(was: RequestStatus, to: RequestStatus) -> bool:
    """Whether a request may go from one state to another."""
    return to in REQUEST_STEPS[was]
