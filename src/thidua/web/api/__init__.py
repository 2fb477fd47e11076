"""What programs may ask without an account: the same public fields as the pages, as JSON; described in docs/api.md."""
