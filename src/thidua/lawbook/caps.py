"""The cap of a text that is in force but not loaded: a reading like the others, settled for one text each."""

from typing import Final

READING: Final = "cap_of_unloaded_text"
LIFTED: Final = "lifted"
