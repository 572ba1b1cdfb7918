"""The rules of identity: what is allowed, how often, and how text is read."""
