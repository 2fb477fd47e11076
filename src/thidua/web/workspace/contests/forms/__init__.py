"""Forms of prizes and contests."""
