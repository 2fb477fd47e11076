"""Pages of prizes and contests."""
