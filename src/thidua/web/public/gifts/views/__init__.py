"""Pages of the public gifts."""
