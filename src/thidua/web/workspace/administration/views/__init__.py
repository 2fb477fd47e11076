"""Pages of the administration area."""
