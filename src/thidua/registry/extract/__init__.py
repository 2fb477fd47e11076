"""Everything that the system holds about one person, gathered on request for that person.

Tables are found through the graph of models, so that none of a room above is forgotten; what hangs on them further away
is told by providers that rooms and areas register (`gathering.register_provider`), and what not every officer reads is
bound to a right (`gathering.register_right`).
"""

from thidua.registry.extract.gathering import (
    ExtractSection,
    gathered,
    register_provider,
    register_right,
)
from thidua.registry.extract.rows import ExtractRow

__all__ = ["ExtractRow", "ExtractSection", "gathered", "register_provider", "register_right"]
