"""Targets and figures in the workspace: sheets, rounds, indicators, plans, imports, the dashboard."""
