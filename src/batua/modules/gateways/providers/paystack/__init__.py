"""Paystack: hosted transactions, refunds, transfers and settlements in five currencies of Africa."""
