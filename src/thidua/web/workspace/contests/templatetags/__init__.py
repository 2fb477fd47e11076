"""Template tags of prizes and contests."""
