"""Forms of the council area."""
