"""Pages of prizes and contests for everybody."""
