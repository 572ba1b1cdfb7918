"""The rules of payments: pure functions; time, randomness and amounts are arguments."""
