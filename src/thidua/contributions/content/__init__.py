"""What a person says of a drive or a gift, cleaned and checked before it is stored."""

from thidua.contributions.content.drive import DriveContent
from thidua.contributions.content.gift import GiftContent

__all__ = ["DriveContent", "GiftContent"]
