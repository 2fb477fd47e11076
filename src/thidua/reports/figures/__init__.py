"""Figures of the report, one file per family; each place is bound to a query by name in `register`."""
