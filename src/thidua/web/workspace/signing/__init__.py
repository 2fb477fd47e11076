"""Pages on proposals and decisions."""
