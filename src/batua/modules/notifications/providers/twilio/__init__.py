"""Twilio: text messages, WhatsApp messages and calls, and what it calls back."""
