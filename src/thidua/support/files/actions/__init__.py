"""Writes of the files room."""

from thidua.support.files.actions.store_file import store_file

__all__ = ["store_file"]
