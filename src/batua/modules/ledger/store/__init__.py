"""All SQL of the ledger: rows in, types out."""
