"""Notifications: what people are told, in their own language, once for each thing that happened."""
