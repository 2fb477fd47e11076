"""Pages for what readers leave behind."""
