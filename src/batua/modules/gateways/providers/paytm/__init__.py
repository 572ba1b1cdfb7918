"""The rail of Paytm; docs/payment-providers.md says what it was made from."""
