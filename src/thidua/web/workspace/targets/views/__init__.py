"""Pages of the targets area."""
