"""Batua: everyday money on one exact double-entry ledger."""
