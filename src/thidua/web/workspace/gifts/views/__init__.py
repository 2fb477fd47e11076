"""Pages of the desk of gifts."""
