"""Dues: what time and people do about them, and who sees what."""
