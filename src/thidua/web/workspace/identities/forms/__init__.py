"""Forms of the identities area."""
