"""Views of the figures area."""
