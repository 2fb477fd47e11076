"""Rows about stored files."""

from thidua.support.files.models.stored_file import StoredFile

__all__ = ["StoredFile"]
