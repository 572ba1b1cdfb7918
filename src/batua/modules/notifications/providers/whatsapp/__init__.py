"""WhatsApp's Cloud API: template messages, and what Meta calls back."""
