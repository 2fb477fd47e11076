"""What stands beside a row: its cells as written, and what the register holds under its name."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from thidua.core.vietnamese.fold import fold
from thidua.registry.books.comparing import award_words, paper_words
from thidua.registry.books.on_record import Register
from thidua.registry.models import BookRow
from thidua.web.workspace.books.fields_said import FIELD_WORDS

_YEARS_ABOUT = 1


@dataclass(frozen=True)
class Written:
    """A cell as it stands in the book."""

    cell: str
    meaning: str
    text: str


@dataclass(frozen=True)
class Beside:
    """An award of the register under the same name, about the same year."""

    href: str
    paper_href: str
    name: str
    unit: str
    award: str
    paper: str


def written_cells(row: BookRow) -> list[Written]:
    """Return the cells of a row in the order of its fields; values from a title have no cell."""
    return [
        Written(row.cells[field][0], str(words), row.cells[field][1])
        for field, words in FIELD_WORDS.items()
        if field in row.cells and row.cells[field][1]
    ]


def awards_beside(row: BookRow) -> list[Beside]:
    """Return what the register holds of the name about the year of the row; one query, none without a name."""
    name, year = row.values.get("name", ""), row.values.get("year")
    day = row.values.get("decision_date")
    year = year or (int(day[:4]) if day else None)
    if not name or not year:
        return []
    years = set(range(year - _YEARS_ABOUT, year + _YEARS_ABOUT + 1))
    return [
        Beside(
            reverse("register-award", args=[one.pk]),
            reverse("awards-page", args=[one.conferral]),
            one.name,
            one.unit,
            award_words(one),
            paper_words(one.number, one),
        )
        for one in Register().of_names([fold(name)], years).get(fold(name), ())
    ]
