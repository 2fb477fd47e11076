"""Forms of the certificates area."""
