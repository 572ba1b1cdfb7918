"""Servers that stand in for providers outside: their paths, bodies and errors over our books."""

from typing import Final

from batua.sandbox.stand_ins import (
    cashfree,
    flutterwave,
    paypal,
    paystack,
    paytm,
    razorpay,
    stripe,
    upi,
)

ROUTERS: Final = [
    razorpay.ROUTER,
    stripe.ROUTER,
    cashfree.ROUTER,
    paystack.ROUTER,
    flutterwave.ROUTER,
    paypal.ROUTER,
    paytm.ROUTER,
    upi.ROUTER,
]
"""Each under the name of its dialect."""
