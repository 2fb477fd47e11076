"""The cap of a text that is in force but not loaded: kept as a settled reading, scoped by the text's code."""

from typing import Final

READING: Final = "cap_of_unloaded_text"
LIFTED: Final = True
