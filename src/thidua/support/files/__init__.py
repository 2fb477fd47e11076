"""Uploaded files: distrusted, hashed, stored once."""
