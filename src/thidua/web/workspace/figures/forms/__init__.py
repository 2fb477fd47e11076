"""Forms of the figures area."""
