"""The Board's desk for what the public reads."""
