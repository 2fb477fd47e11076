"""Closing reports: drafting, sign-off, freezing, versions, downloads."""
