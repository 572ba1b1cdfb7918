"""Adapters of the providers that carry text messages."""
