"""Pages of the movements area."""
