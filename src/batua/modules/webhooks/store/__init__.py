"""Endpoints, events, deliveries and tries, as they are kept."""
