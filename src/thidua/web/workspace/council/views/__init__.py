"""Pages of the council area."""
