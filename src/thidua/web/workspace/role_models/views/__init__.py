"""Pages of the desk of role models."""
