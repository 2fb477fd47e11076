"""Writes of the nominations room, one verb per file."""
