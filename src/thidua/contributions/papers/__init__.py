"""Papers of the contributions room."""
