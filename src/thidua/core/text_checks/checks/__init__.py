"""The checks, one subject per file; each is `(text, context) -> list[TextFinding]`."""
