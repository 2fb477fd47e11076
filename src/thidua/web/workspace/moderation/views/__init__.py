"""Pages of the moderation area."""
