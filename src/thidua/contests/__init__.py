"""Prizes and contests: editions and their results."""
