"""Lists of the targets area."""
