"""Pages that serve every kind of record."""
