"""Flows as plain tables: states and the moves between them, one file per flow."""
