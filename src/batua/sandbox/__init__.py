"""The sandbox provider: checkouts, payouts, refunds and text messages over real HTTP, no real money."""
