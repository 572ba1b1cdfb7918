"""Which facts are published, how long is tried, and where nothing is sent to."""
