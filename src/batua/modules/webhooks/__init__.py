"""Webhooks: integrators are told of what happened, signed, at addresses that officers register."""
