"""Where heads of the chain are kept outside the database."""
