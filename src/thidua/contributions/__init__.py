"""Drives and the gifts they bring: money, land, labour, goods."""
