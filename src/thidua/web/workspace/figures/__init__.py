"""Screens about figures: the dashboard, indicators, plans, figures with their trace, and imports."""
