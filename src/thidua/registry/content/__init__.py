"""What a person says of a conferral, its recipients and their history, cleaned and checked before it is stored."""

from thidua.registry.content.conferral import ConferralContent
from thidua.registry.content.history import (
    DisciplineContent,
    GradeContent,
    HistoryContent,
    InitiativeContent,
    MatterContent,
)
from thidua.registry.content.recipient import RecipientLine

__all__ = [
    "ConferralContent",
    "DisciplineContent",
    "GradeContent",
    "HistoryContent",
    "InitiativeContent",
    "MatterContent",
    "RecipientLine",
]
