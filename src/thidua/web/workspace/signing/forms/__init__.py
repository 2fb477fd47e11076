"""Forms of proposals and decisions."""
