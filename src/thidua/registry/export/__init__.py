"""The register as a file: every decision and award with where each is known from."""
