"""Groups: pots that belong to all their members, with votes, dues and loans."""
