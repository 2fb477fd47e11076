"""Rows about stored photos."""

from thidua.support.photos.models.photo import Photo

__all__ = ["Photo"]
