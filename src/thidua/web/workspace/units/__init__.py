"""Units in time, persons and households."""
