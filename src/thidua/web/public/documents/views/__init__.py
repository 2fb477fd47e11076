"""Views of documents and forms."""
