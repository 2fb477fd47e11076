"""Lists of the administration area."""
