"""Forms of the nominations area."""
