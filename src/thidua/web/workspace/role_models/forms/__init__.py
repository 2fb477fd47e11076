"""Forms of the desk of role models."""
