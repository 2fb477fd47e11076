"""Pages for people who sign in, one area for each part of the work."""
