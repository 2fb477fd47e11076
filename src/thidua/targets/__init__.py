"""Indicators, plans, observations and reporting rounds."""
