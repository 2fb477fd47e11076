"""Units in time, persons, households, positions, and who holds which role on which unit."""
