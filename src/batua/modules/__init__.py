"""The rooms of the house, one noun each."""
