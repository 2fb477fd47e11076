"""The register of awards: search, saved searches, exports, and the pages of those who received."""
