"""Pages of the nominations area."""
