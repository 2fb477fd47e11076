"""Why a copy cannot be made."""


class CannotBeBared(Exception):
    """The file is damaged, locked or too large to be written anew."""


class TooManyPixels(CannotBeBared):
    """The picture is sound, but larger than is opened here."""
