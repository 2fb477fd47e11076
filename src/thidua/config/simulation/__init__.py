"""A year of dossiers, driven through the real actions with a moving clock."""
