"""Pages of units, persons and households."""
