"""How providers name and sign what happened: the same movement, told in each one's own words."""

from collections.abc import Callable, Mapping
from typing import Final

from batua.sandbox.dialects import paytm
from batua.sandbox.dialects.cashfree import Cashfree
from batua.sandbox.dialects.dialect import Dialect
from batua.sandbox.dialects.flutterwave import Flutterwave
from batua.sandbox.dialects.paypal import Paypal
from batua.sandbox.dialects.paystack import Paystack
from batua.sandbox.dialects.paytm import Paytm
from batua.sandbox.dialects.razorpay import Razorpay
from batua.sandbox.dialects.sandbox import Sandbox
from batua.sandbox.dialects.stripe import Stripe
from batua.sandbox.dialects.upi import Upi
from batua.sandbox.types import Keys

DIALECTS: Final[Mapping[str, Dialect]] = {
    "sandbox": Sandbox(),
    "razorpay": Razorpay(),
    "stripe": Stripe(),
    "cashfree": Cashfree(),
    "paystack": Paystack(),
    "flutterwave": Flutterwave(),
    "paypal": Paypal(),
    "paytm": Paytm(),
    "upi": Upi(),
}
"""By the first part of the path of their API."""

SEALS: Final[Mapping[str, Callable[[Keys, str], str]]] = {"paytm": paytm.sealed}
"""How a callback is put into the body that is sent, by those who sign inside of it."""
