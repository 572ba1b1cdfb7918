"""Stripe: Checkout sessions, refunds, and what each transfer to our bank is made of."""
