"""The two languages in which the core words its labels."""

from typing import Literal

Language = Literal["vi", "en"]
