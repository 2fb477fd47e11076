"""Views of the shell: errors, sign-in, preferences, the gallery of components."""
