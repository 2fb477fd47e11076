"""The list of the gallery: a few words with their shares, to sort, filter and download."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.core.vietnamese.fold import fold
from thidua.core.vietnamese.names import name_key
from thidua.web.shell.filters import FilterForm
from thidua.web.shell.tables import Column, Table
from thidua.web.shell.tags import Tag, Tone


@dataclass(frozen=True)
class Term:
    """One made-up row: a name, a number, a state."""

    name: str
    number: int | None
    done: bool


SYLLABLES = ("An", "Ánh", "Ăn", "Ân", "Bình", "Đức", "Dũng", "Ơn", "Ước", "Yến")
TERMS = [
    Term(f"{family} {middle} {given}", None if (index % 7) == 6 else index * 37 % 1201, index % 3 == 0)
    for index, (family, middle, given) in enumerate(
        (family, middle, given)
        for family in ("Hoàng", "Nông")
        for middle in ("Thị", "Văn", "Thanh")
        for given in SYLLABLES
    )
]


class TermFilter(FilterForm):
    """By a part of the name, with or without marks, and by state."""

    q = forms.CharField(label=_("Name contains"))
    state = forms.ChoiceField(
        label=_("State"), choices=[("", _("All")), ("done", _("Done")), ("open", _("Open"))]
    )

    def apply(self, rows: list[Term], answers: dict[str, Any]) -> list[Term]:
        """Return the rows whose folded name holds the folded words, in the state asked for."""
        wanted, state = fold(answers.get("q", "")), answers.get("state")
        return [
            row
            for row in rows
            if wanted in fold(row.name) and (state is None or row.done == (state == "done"))
        ]


TABLE: Table[Term] = Table(
    name="terms",
    caption=_("Example list"),
    columns=(
        Column("name", _("Name"), lambda row: row.name, sort=lambda row: name_key(row.name), header=True),
        Column(
            "number", _("Number"), lambda row: row.number, sort=lambda row: row.number or -1, numeric=True
        ),
        Column(
            "state",
            _("State"),
            lambda row: Tag(str(_("Done")), Tone.SUCCESS) if row.done else Tag(str(_("Open")), Tone.INFO),
        ),
    ),
    order="name",
    empty=_("There are no rows."),
    filters=TermFilter,
)
