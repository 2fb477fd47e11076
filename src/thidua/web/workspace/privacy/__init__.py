"""Personal data, what of awards is public, and what is due to be erased."""
