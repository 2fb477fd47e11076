"""Prizes and contests in the workspace: the office runs an edition, jurors judge by code."""
