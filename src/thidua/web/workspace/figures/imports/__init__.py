"""Importing figures and plans from a file, step by step."""
