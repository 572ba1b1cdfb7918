"""All SQL of payments, a file a table; rows become types here and nowhere else."""
