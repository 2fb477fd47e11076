"""The pages of the reports area."""
