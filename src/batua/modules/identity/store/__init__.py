"""All SQL of identity: rows to types, sealed fields opened on the way."""
