"""What payments can do: the door of the module."""

from batua.modules.payments.service.asking import (
    ask,
    cancel_request,
    decline,
    expire_requests,
    pay_request,
    remind,
    request_of,
    requests,
)
from batua.modules.payments.service.bulk import Bulk, batch, batches, status_of
from batua.modules.payments.service.bulk import all_results as all_batch_results
from batua.modules.payments.service.bulk import preview as preview_batch
from batua.modules.payments.service.bulk import results as batch_results
from batua.modules.payments.service.caps import limits
from batua.modules.payments.service.contacts import recent_payees, search_payees
from batua.modules.payments.service.lane import Sends
from batua.modules.payments.service.pages import HistoryReader, PlainPage
from batua.modules.payments.service.passing_out import (
    OutWay,
    check_pays_out,
    lock_for_passing_out,
    pass_from_pot,
)
from batua.modules.payments.service.payees import look_up_payee, my_link, payee
from batua.modules.payments.service.payment_links import (
    begin_by_link,
    cancel_payment_link,
    checkout_by_link,
    look_at_payment_link,
    make_payment_link,
    payment_link,
    payment_links,
    payments_by_link,
    settle_by_link,
)
from batua.modules.payments.service.people import have_met, parties
from batua.modules.payments.service.pots import (
    lock_for_shares,
    pass_into_pot,
    pay_from_pot,
    pay_into_pot,
    pay_share,
    reserve_from_pot,
)
from batua.modules.payments.service.pots_at_once import pay_all_into_pots
from batua.modules.payments.service.proving import proofs
from batua.modules.payments.service.rails import (
    destination,
    destinations,
    expect,
    rotate_keys,
    settle_top_up,
    settle_withdrawal,
    top_up,
    top_up_of,
    withdraw,
    withdrawal_of,
)
from batua.modules.payments.service.reading import all_history, history, newest, payment, receipt
from batua.modules.payments.service.sending import check, send
from batua.modules.payments.service.wallet_accounts import (
    WalletReader,
    balance_at,
    come_to,
    default_currency,
    open_wallet,
    own_wallet,
    statement,
    statement_file,
    wallet,
    wallet_accounts_of,
    wallets,
)

__all__ = [
    "Bulk",
    "HistoryReader",
    "OutWay",
    "PlainPage",
    "Sends",
    "WalletReader",
    "all_batch_results",
    "all_history",
    "ask",
    "balance_at",
    "batch",
    "batch_results",
    "batches",
    "begin_by_link",
    "cancel_payment_link",
    "cancel_request",
    "check",
    "check_pays_out",
    "checkout_by_link",
    "come_to",
    "decline",
    "default_currency",
    "destination",
    "destinations",
    "expect",
    "expire_requests",
    "have_met",
    "history",
    "limits",
    "lock_for_passing_out",
    "lock_for_shares",
    "look_at_payment_link",
    "look_up_payee",
    "make_payment_link",
    "my_link",
    "newest",
    "open_wallet",
    "own_wallet",
    "parties",
    "pass_from_pot",
    "pass_into_pot",
    "pay_all_into_pots",
    "pay_from_pot",
    "pay_into_pot",
    "pay_request",
    "pay_share",
    "payee",
    "payment",
    "payment_link",
    "payment_links",
    "payments_by_link",
    "preview_batch",
    "proofs",
    "receipt",
    "recent_payees",
    "remind",
    "request_of",
    "requests",
    "reserve_from_pot",
    "rotate_keys",
    "search_payees",
    "send",
    "settle_by_link",
    "settle_top_up",
    "settle_withdrawal",
    "statement",
    "statement_file",
    "status_of",
    "top_up",
    "top_up_of",
    "wallet",
    "wallet_accounts_of",
    "wallets",
    "withdraw",
    "withdrawal_of",
]
