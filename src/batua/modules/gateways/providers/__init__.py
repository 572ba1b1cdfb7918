"""Adapters: each speaks one provider's protocol and answers in the words of `types`."""
