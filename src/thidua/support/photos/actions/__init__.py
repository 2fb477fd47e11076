"""Writes of the photos room."""

from thidua.support.photos.actions.keep_photo import keep_photo

__all__ = ["keep_photo"]
