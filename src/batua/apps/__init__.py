"""Programs: the only place that knows all modules."""
