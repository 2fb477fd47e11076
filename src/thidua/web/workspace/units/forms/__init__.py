"""Forms about units, persons and households."""
