"""Writes of the files room."""

from thidua.support.files.actions.delete_files import delete_files
from thidua.support.files.actions.store_file import store_file

__all__ = ["delete_files", "store_file"]
