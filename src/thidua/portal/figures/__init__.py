"""Figures inside the text of articles: how they are written, and what is kept of them."""
