"""Writes of the portal room."""
