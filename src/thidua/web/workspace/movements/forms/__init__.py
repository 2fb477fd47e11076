"""Forms of the movements area."""
