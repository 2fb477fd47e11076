"""Hits of a search as rows of a table, packed range by range, and put together as a file."""
