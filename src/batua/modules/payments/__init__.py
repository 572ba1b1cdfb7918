"""Payments: wallets of people, money between them, wishes for money, and the proof of each."""
