"""Flutterwave (v3): hosted payments, refunds, transfers and settlements."""
