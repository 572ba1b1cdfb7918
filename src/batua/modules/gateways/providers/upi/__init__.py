"""UPI: codes and links of our own, confirmed by whoever holds the account (docs/upi.md)."""
