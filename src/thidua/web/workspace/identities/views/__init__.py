"""Pages of the identities area."""
