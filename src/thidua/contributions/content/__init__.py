"""What a person says of a drive or a gift, cleaned and checked before it is stored."""

from thidua.contributions.content.allocation import AllocationContent
from thidua.contributions.content.drive import DriveContent
from thidua.contributions.content.gift import GiftContent
from thidua.contributions.content.pledge import PledgeContent

__all__ = ["AllocationContent", "DriveContent", "GiftContent", "PledgeContent"]
