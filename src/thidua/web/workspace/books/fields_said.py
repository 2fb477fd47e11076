"""What a column of a book may say, in the words of an office."""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from thidua.registry.books.rows import Field

FIELD_WORDS: Final[dict[str, Promise]] = {
    Field.ORDINAL: _("Ordinal (STT)"),
    Field.HONORIFIC: _("Salutation (Mr, Mrs)"),
    Field.NAME: _("Name of the recipient"),
    Field.KIND: _("Kind of recipient"),
    Field.POST: pgettext_lazy("column of a book", "Post"),
    Field.UNIT: pgettext_lazy("column of a book", "Unit, address"),
    Field.AWARD: pgettext_lazy("column of a book", "Award"),
    Field.TYPE: _("Type of commendation"),
    Field.DECISION: _("Decision number"),
    Field.DECIDED_ON: _("Date of the decision"),
    Field.AUTHORITY: _("Issuing authority"),
    Field.YEAR: _("Year of the award"),
    Field.AMOUNT: _("Bonus (đồng)"),
    Field.BORN: _("Date or year of birth"),
    Field.WOMAN: _("Sex"),
    Field.ETHNICITY: _("Ethnicity"),
    Field.REASON: _("Achievement, reason"),
    Field.NOTE: pgettext_lazy("column of a book", "Note"),
}
