"""Tags of documents and forms."""
