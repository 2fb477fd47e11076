"""Why a copy cannot be made."""


class CannotBeBared(Exception):
    """The file is damaged, locked or too large to be written anew."""
