"""The forms of the kinds of records."""
