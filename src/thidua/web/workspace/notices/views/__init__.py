"""Views of the notices area."""
