"""How many readers the public pages bear, measured through the real server."""
