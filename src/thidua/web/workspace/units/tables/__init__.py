"""Lists of units, persons and households."""
