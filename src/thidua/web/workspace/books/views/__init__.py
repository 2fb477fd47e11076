"""Pages of the books area."""
