"""Emulation and commendation for a Vietnamese province."""
