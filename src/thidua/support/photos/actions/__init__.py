"""Writes of the photos room."""

from thidua.support.photos.actions.delete_photos import delete_photos
from thidua.support.photos.actions.keep_photo import keep_photo

__all__ = ["delete_photos", "keep_photo"]
