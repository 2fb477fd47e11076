"""Prizes and contests for everybody: what runs, how to enter, who won."""
