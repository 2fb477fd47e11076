"""Reads of the nominations room."""
