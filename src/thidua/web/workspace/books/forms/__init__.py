"""Forms of the books area."""
