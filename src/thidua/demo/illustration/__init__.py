"""Invented data around the stated facts, from one seed, and marked «dữ liệu minh họa» wherever it shows."""
