"""What the public says about nominees before anything is decided."""
