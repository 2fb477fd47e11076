"""The dashboard, block by block."""
