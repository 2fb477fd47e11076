"""The unit's side of nominations: dossiers written, sent in, mended."""
