"""What the reader of old books says about a row or a file; each sentence tells what to do next."""

from __future__ import annotations

from typing import Any, Final

from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from thidua.support.refusals import Sentence

# Faults: the row cannot become an award as it stands.
NO_NAME: Final = _("Cell %(cell)s is empty, but the row has other values. Write who received the award.")
NO_NAME_HERE: Final = _("No name can be read in “%(text)s”. Write who received the award in cell %(cell)s.")
NOTHING_ABOVE: Final = _(
    "“%(text)s” in cell %(cell)s means “as above”, but nothing stands above it. Write the value itself."
)
AMOUNT: Final = _("“%(text)s” in cell %(cell)s is no amount of money. Write for example 1.500.000.")
YEAR: Final = _("“%(text)s” in cell %(cell)s is no year. Write it with four digits, such as 2018.")
UNKNOWN_MARK: Final = _(
    "“%(text)s” in cell %(cell)s does not say whether the award was given. Write x, or empty the cell."
)

# Remarks: read all the same, and told.
FILLED_FROM_ABOVE: Final = _("“%(text)s” was taken from the row above (cell %(cell)s).")
FILLED_FROM_START: Final = _(
    "“%(text)s” was taken from cell %(cell)s: this column is filled only where a value begins."
)
NO_MARK: Final = _("No award is marked in this row.")
SAME_PERSON: Final = _("No name stands here; it was read as one more award of the row above.")
DASH: Final = _("“-” in cell %(cell)s was read as empty. If it means “as above”, write the value.")
JOINED: Final = _("Row %(row)s continues this one and was joined to it.")
HIDDEN: Final = _("This row is hidden in the file.")
SHIFTED: Final = _(
    "The cells of this row stand one column to the left of their headings; they were moved back."
)
SCHOOL_YEAR: Final = _("“%(text)s” was counted for the year %(year)s, in which the school year ends.")
SEVERAL: Final = _("Cell %(cell)s names %(count)s recipients; each became a line of its own.")
UNSURE_AWARD: Final = _("“%(text)s” was read as “%(award)s”. Check that this is meant.")
SEVERAL_AWARDS_IN_TITLE: Final = _(
    "The heading “%(text)s” names several awards, so none was taken from it. Choose the award of these rows."
)
COUNT_DIFFERS: Final = _("The heading says %(said)s, but %(found)s rows were read below it. Check the list.")
TOTAL_DIFFERS: Final = _("The total says %(said)s, but %(found)s rows were read above it. Check the list.")
PROPOSAL: Final = _(
    "The heading of “%(sheet)s” speaks of a proposal, not of a decision. Take it only if the awards were given."
)
GUESSED: Final = _(
    "“%(sheet)s” has no row of headings that could be recognised; its columns were guessed. Check each one."
)
NO_LIST: Final = _("“%(sheet)s” holds no list of awards that could be recognised; nothing was read from it.")
FIGURES: Final = _("“%(sheet)s” counts awards and names nobody; nothing was read from it.")
HIDDEN_SHEET: Final = _("“%(sheet)s” is hidden in the file and was not read.")
HIDDEN_LIST: Final = _(
    "“%(sheet)s” is hidden in the file. It was read all the same: check whether it counts."
)


def _fill(sentence: Sentence, values: dict[str, Any]) -> str:
    return str(sentence) % values


_filled = lazy(_fill, str)


def say(sentence: Sentence, **values: Any) -> Sentence:
    """Return the sentence with its places filled, in the language of whoever reads it later."""
    filled: Sentence = _filled(sentence, values)
    return filled
