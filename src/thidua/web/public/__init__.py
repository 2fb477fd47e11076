"""The public site: movements and their results, for everybody."""
