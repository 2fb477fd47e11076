"""Views of proposals and decisions."""
