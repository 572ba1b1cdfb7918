"""Cashfree: payment links, refunds, payouts and the reconciliation report."""
