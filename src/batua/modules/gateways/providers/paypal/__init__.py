"""PayPal: orders that are approved there and captured here, refunds, transaction reports."""
