"""Prizes with editions, and contests: who won, by kind of recipient."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.contests.enums import CompetitionKind
from thidua.contests.models import Edition
from thidua.core.numerals import roman
from thidua.core.vietnamese.dates import format_date
from thidua.reports.figures import recipients
from thidua.reports.figures.bound import BoundFigure, FigurePart, RowReference
from thidua.reports.figures.family import Family, fixed
from thidua.reports.figures.origins import weakest, without_invented
from thidua.reports.figures.scope import Scope
from thidua.support.provenance import Provenance

PRIZES: Final = {"prizes.list": gettext_lazy("prizes by kind of recipient")}
CONTESTS: Final = {"contests.list": gettext_lazy("contests by kind of recipient")}


def load_prizes(scope: Scope, wanted: frozenset[str]) -> Mapping[str, BoundFigure]:
    """Return the prizes given within the movements; two queries."""
    return _load(scope, CompetitionKind.PRIZE, "prizes.list", str(PRIZES["prizes.list"]))


def load_contests(scope: Scope, wanted: frozenset[str]) -> Mapping[str, BoundFigure]:
    """Return the contests held within the movements; two queries."""
    return _load(scope, CompetitionKind.CONTEST, "contests.list", str(CONTESTS["contests.list"]))


def _load(scope: Scope, kind: CompetitionKind, place: str, label: str) -> Mapping[str, BoundFigure]:
    linked = Edition.objects.filter(movements__in=scope.movement_ids, competition__kind=kind).distinct()
    known = linked.select_related("competition").prefetch_related("results").order_by("awarded_on", "id")
    in_time = [row for row in known if row.awarded_on is None or row.awarded_on <= scope.as_of]
    rows = without_invented(row for row in in_time if row.results.all())
    if not rows:
        return {}
    lines = [line for row in rows for line in row.results.all()]
    return {
        place: BoundFigure(
            place=place,
            label=label,
            text="; ".join(_text(scope, row) for row in rows),
            value=len(lines),
            basis=_("results of the editions linked to the movements of the report"),
            as_of=max((row.awarded_on for row in rows if row.awarded_on), default=scope.as_of),
            source="; ".join(dict.fromkeys(row.source for row in rows if row.source)),
            provenance=weakest(row.provenance for row in rows),
            rows=tuple(reference for row in rows for reference in _rows(row)),
            parts=tuple(part for row in rows for part in _parts(scope, row)),
            remark=recipients.remark_on(lines),
        )
    }


def _text(scope: Scope, row: Edition) -> str:
    """Return «Giải thưởng … lần thứ V cho 36 tác giả» or «cuộc thi viết “…” cho 09 tập thể, 35 cá nhân»."""
    words, competition = scope.words, row.competition
    said = {
        "name": competition.name,
        "edition": roman(row.number) if row.number else "",
        "genre": competition.genre or words.say("contest_genre"),
        "recipients": recipients.worded(scope, recipients.counted(row.results.all())),
    }
    if competition.kind == CompetitionKind.PRIZE:
        return words.say("edition" if row.number else "unnumbered_prize", **said)
    return words.say("contest_edition" if row.number else "contest", **said)


def _parts(scope: Scope, row: Edition) -> tuple[FigurePart, ...]:
    counts = recipients.counted(row.results.all())
    return recipients.parts(scope, row.competition.name, counts, Provenance(row.provenance))


def _rows(row: Edition) -> list[RowReference]:
    day = format_date(row.awarded_on) if row.awarded_on else _("day not recorded")
    own = RowReference(row.competition.name, "contests.edition", str(row.pk), day, Provenance(row.provenance))
    lines = [
        recipients.row(line, "contests.result", ", ".join(part for part in (line.prize, line.work) if part))
        for line in row.results.all()
    ]
    return [own, *lines]


PRIZE_FAMILY: Final = Family("prizes", gettext_lazy("Prizes"), fixed(PRIZES), load_prizes)
CONTEST_FAMILY: Final = Family("contests", gettext_lazy("Contests"), fixed(CONTESTS), load_contests)
