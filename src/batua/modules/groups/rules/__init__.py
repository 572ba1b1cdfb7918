"""The rules of groups: pure and exact; time comes in as an argument."""
