"""Pages of the public role models."""
