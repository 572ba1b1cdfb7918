"""Dues: how they are written down by the rules, and paid by contributions."""
