"""Forms of the targets area."""
