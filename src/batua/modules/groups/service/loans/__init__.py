"""Loans: asked for, answered for, voted on, paid out, paid back."""
