"""The nouns of payments: wallets, payments, requests, limits, the facts stated, the gate asked."""

from batua.modules.payments.types.bulk import (
    Batch as Batch,
)
from batua.modules.payments.types.bulk import (
    BatchId as BatchId,
)
from batua.modules.payments.types.bulk import (
    BatchLine as BatchLine,
)
from batua.modules.payments.types.bulk import (
    BatchMode as BatchMode,
)
from batua.modules.payments.types.bulk import (
    BatchOrder as BatchOrder,
)
from batua.modules.payments.types.bulk import (
    BatchStatus as BatchStatus,
)
from batua.modules.payments.types.bulk import (
    Caution as Caution,
)
from batua.modules.payments.types.bulk import (
    Fault as Fault,
)
from batua.modules.payments.types.bulk import (
    LineRefusal as LineRefusal,
)
from batua.modules.payments.types.bulk import (
    LineResult as LineResult,
)
from batua.modules.payments.types.bulk import (
    LineStatus as LineStatus,
)
from batua.modules.payments.types.bulk import (
    Preview as Preview,
)
from batua.modules.payments.types.bulk import (
    PreviewLine as PreviewLine,
)
from batua.modules.payments.types.bulk import (
    PreviewTotal as PreviewTotal,
)
from batua.modules.payments.types.bulk import (
    Wanted as Wanted,
)
from batua.modules.payments.types.facts import (
    AmountMismatched as AmountMismatched,
)
from batua.modules.payments.types.facts import (
    PaidFromPot as PaidFromPot,
)
from batua.modules.payments.types.facts import (
    PaidIntoPot as PaidIntoPot,
)
from batua.modules.payments.types.facts import (
    PaymentByLink as PaymentByLink,
)
from batua.modules.payments.types.facts import (
    PaymentByLinkKept as PaymentByLinkKept,
)
from batua.modules.payments.types.facts import (
    PaymentLinkCancelled as PaymentLinkCancelled,
)
from batua.modules.payments.types.facts import (
    PaymentLinkMade as PaymentLinkMade,
)
from batua.modules.payments.types.facts import (
    RequestCancelled as RequestCancelled,
)
from batua.modules.payments.types.facts import (
    RequestDeclined as RequestDeclined,
)
from batua.modules.payments.types.facts import (
    Requested as Requested,
)
from batua.modules.payments.types.facts import (
    RequestExpired as RequestExpired,
)
from batua.modules.payments.types.facts import (
    RequestPaid as RequestPaid,
)
from batua.modules.payments.types.facts import (
    RequestReminded as RequestReminded,
)
from batua.modules.payments.types.facts import (
    Sent as Sent,
)
from batua.modules.payments.types.facts import (
    ToppedUp as ToppedUp,
)
from batua.modules.payments.types.facts import (
    TopUpFailed as TopUpFailed,
)
from batua.modules.payments.types.facts import (
    WalletOpened as WalletOpened,
)
from batua.modules.payments.types.facts import (
    WithdrawalFailed as WithdrawalFailed,
)
from batua.modules.payments.types.facts import (
    Withdrawn as Withdrawn,
)
from batua.modules.payments.types.nouns import (
    PERMISSIONS as PERMISSIONS,
)
from batua.modules.payments.types.nouns import (
    Check as Check,
)
from batua.modules.payments.types.nouns import (
    Direction as Direction,
)
from batua.modules.payments.types.nouns import (
    Found as Found,
)
from batua.modules.payments.types.nouns import (
    LimitKind as LimitKind,
)
from batua.modules.payments.types.nouns import (
    LimitRule as LimitRule,
)
from batua.modules.payments.types.nouns import (
    Limits as Limits,
)
from batua.modules.payments.types.nouns import (
    Party as Party,
)
from batua.modules.payments.types.nouns import (
    Payee as Payee,
)
from batua.modules.payments.types.nouns import (
    Payment as Payment,
)
from batua.modules.payments.types.nouns import (
    PaymentId as PaymentId,
)
from batua.modules.payments.types.nouns import (
    PaymentKind as PaymentKind,
)
from batua.modules.payments.types.nouns import (
    PaymentStatus as PaymentStatus,
)
from batua.modules.payments.types.nouns import (
    PaymentView as PaymentView,
)
from batua.modules.payments.types.nouns import (
    PinReason as PinReason,
)
from batua.modules.payments.types.nouns import (
    Receipt as Receipt,
)
from batua.modules.payments.types.nouns import (
    Request as Request,
)
from batua.modules.payments.types.nouns import (
    RequestId as RequestId,
)
from batua.modules.payments.types.nouns import (
    RequestStatus as RequestStatus,
)
from batua.modules.payments.types.nouns import (
    RequestView as RequestView,
)
from batua.modules.payments.types.nouns import (
    Span as Span,
)
from batua.modules.payments.types.nouns import (
    Used as Used,
)
from batua.modules.payments.types.nouns import (
    Wallet as Wallet,
)
from batua.modules.payments.types.nouns import (
    WalletView as WalletView,
)
from batua.modules.payments.types.orders import (
    Actor as Actor,
)
from batua.modules.payments.types.orders import (
    AskOrder as AskOrder,
)
from batua.modules.payments.types.orders import (
    HistoryFilter as HistoryFilter,
)
from batua.modules.payments.types.orders import (
    Link as Link,
)
from batua.modules.payments.types.orders import (
    LookUp as LookUp,
)
from batua.modules.payments.types.orders import (
    PayOrder as PayOrder,
)
from batua.modules.payments.types.orders import (
    PotInOrder as PotInOrder,
)
from batua.modules.payments.types.orders import (
    PotOutOrder as PotOutOrder,
)
from batua.modules.payments.types.orders import (
    PotShareOrder as PotShareOrder,
)
from batua.modules.payments.types.orders import (
    RequestFilter as RequestFilter,
)
from batua.modules.payments.types.orders import (
    Screen as Screen,
)
from batua.modules.payments.types.orders import (
    SendOrder as SendOrder,
)
