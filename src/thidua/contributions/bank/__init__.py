"""A bank's statement read into lines of money that came."""
