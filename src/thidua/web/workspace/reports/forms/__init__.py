"""The forms of the reports area."""
