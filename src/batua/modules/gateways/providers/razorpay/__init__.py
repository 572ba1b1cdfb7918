"""Razorpay: payment links, refunds, payouts (RazorpayX) and the combined settlement report."""
