"""All SQL of groups; a noun a file."""
