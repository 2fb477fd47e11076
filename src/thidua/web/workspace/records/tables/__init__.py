"""The lists of the kinds of records: their columns and filters."""
