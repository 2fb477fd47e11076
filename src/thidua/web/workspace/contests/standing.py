"""A standing as its page draws it: figures rounded to two places, names only once the codes are opened."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from thidua.contests.models import Edition, Entry, JudgingRound
from thidua.contests.queries.proposed import entrant_name
from thidua.contests.queries.standings import CategoryStanding, Standing, standings_of
from thidua.core.jury import two_places
from thidua.web.shell import formats


@dataclass(frozen=True)
class ShownEntry:
    """One line: its place (None: not placed), raw and corrected total, and what the place brings."""

    code: str
    title: str
    entrant: str
    place: int | None
    total: Decimal | None
    raw: Decimal | None
    corrected: Decimal | None
    means: tuple[Decimal | None, ...]
    brings: str
    tie: str


@dataclass(frozen=True)
class ShownSeverity:
    """A juror's mean difference from the panel, and on how many works."""

    juror: str
    shared: int
    difference: Decimal | None


@dataclass(frozen=True)
class ShownCategory:
    """A category's standing."""

    name: str
    entries: tuple[ShownEntry, ...]
    severities: tuple[ShownSeverity, ...]


def shown_standing(current: JudgingRound) -> list[ShownCategory]:
    """Return the categories of a closed round. The number of queries is fixed."""
    revealed = current.edition.rules.revealed_at is not None
    names = _names(current.edition, revealed)
    return [
        ShownCategory(
            category.category.name,
            tuple(_entry(one, names) for one in category.entries),
            _severities(category),
        )
        for category in standings_of(current)
    ]


def _names(edition: Edition, revealed: bool) -> dict[str, tuple[str, str]]:
    rows = Entry.objects.filter(category__edition=edition, code__isnull=False).prefetch_related("authors")
    return {row.code or "": (row.title, entrant_name(row) if revealed else "") for row in rows}


def _entry(one: Standing, names: dict[str, tuple[str, str]]) -> ShownEntry:
    title, entrant = names[one.code]
    brings = one.award.prize if one.award else (pgettext("contest", "goes on") if one.goes_on else "")
    if one.award and one.award.beyond_quota:
        brings = _("%(prize)s (one more, for an equal place)") % {"prize": one.award.prize}
    return ShownEntry(
        code=one.code,
        title=title,
        entrant=entrant,
        place=one.place.place if one.place else None,
        total=two_places(one.total),
        raw=two_places(one.corrected.raw),
        corrected=two_places(one.corrected.corrected),
        means=tuple(two_places(part.mean) for part in one.round_total.parts),
        brings=brings,
        tie=_tie(one),
    )


def _tie(one: Standing) -> str:
    if one.place is None or not one.place.tied:
        return ""
    others = ", ".join(one.place.tied)
    if one.place.decision is not None:
        said = _("Equal to %(others)s; the chair decided: %(reason)s")
        return said % {"others": others, "reason": one.place.decision.reason}
    if one.place.shared_with:
        return _("Shares the place with %(others)s") % {"others": ", ".join(one.place.shared_with)}
    return _("Equal to %(others)s; the criterion that settles ties decided") % {"others": others}


def _severities(category: CategoryStanding) -> tuple[ShownSeverity, ...]:
    names = {str(juror.pk): juror.user.full_name for juror in category.sheet.jurors}
    return tuple(
        ShownSeverity(names[one.juror], one.shared, two_places(one.difference)) for one in category.severities
    )


def signed(value: Decimal | None) -> str:
    """Return the difference with its sign."""
    if value is None:
        return formats.no_figure()
    return ("+" if value > 0 else "") + formats.number(value, 2)
