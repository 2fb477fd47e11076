"""Commands of the books area."""
