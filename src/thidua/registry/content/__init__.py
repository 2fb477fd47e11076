"""What a person says of a conferral and of its recipients, cleaned and checked before it is stored."""

from thidua.registry.content.conferral import ConferralContent
from thidua.registry.content.recipient import RecipientLine

__all__ = ["ConferralContent", "RecipientLine"]
