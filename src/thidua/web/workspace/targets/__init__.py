"""Reporting in the workspace: the sheets of units, and the rounds of the office."""
