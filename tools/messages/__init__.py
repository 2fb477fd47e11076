"""Translations without the gettext binaries: collect, check and compile the catalogues of every app."""
