"""The way out of the house, for webhooks."""
