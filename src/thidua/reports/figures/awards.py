"""Awards given within the movements, counted by form and kind of recipient."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.core.vietnamese.dates import format_date
from thidua.registry.models import Conferral
from thidua.reports.figures import recipients
from thidua.reports.figures.bound import BoundFigure, FigurePart, RowReference, Value
from thidua.reports.figures.family import Family, fixed
from thidua.reports.figures.origins import weakest, without_invented
from thidua.reports.figures.scope import Scope
from thidua.support.provenance import Provenance

PLACES: Final = {
    "awards.list": gettext_lazy("awards by form and kind of recipient"),
    "awards.total": gettext_lazy("number of awards"),
    "awards.presented_on": gettext_lazy("day of presentation"),
}


def load(scope: Scope, wanted: frozenset[str]) -> Mapping[str, BoundFigure]:
    """Return the wanted figures over the conferrals of the movements; two queries."""
    linked = Conferral.objects.filter(movements__in=scope.movement_ids).distinct()
    known = linked.prefetch_related("awards").order_by("presented_on", "id")
    rows = without_invented(row for row in known if _in_time(scope, row) and row.awards.all())
    if not rows:
        return {}
    total = sum(len(row.awards.all()) for row in rows)
    days = [row.presented_on for row in rows if row.presented_on]
    figures = {
        "awards.list": _figure(
            scope, "awards.list", rows, "; ".join(_text(scope, row) for row in rows), total
        ),
        "awards.total": _figure(scope, "awards.total", rows, scope.number(total), total),
    }
    if days:
        said = scope.words.series([scope.day(day) for day in sorted(set(days))])
        figures["awards.presented_on"] = _figure(scope, "awards.presented_on", rows, said, min(days))
    return {place: figure for place, figure in figures.items() if place in wanted}


def _in_time(scope: Scope, row: Conferral) -> bool:
    day = row.presented_on or row.decision_date
    return day is not None and day <= scope.as_of


def _text(scope: Scope, row: Conferral) -> str:
    counts = recipients.counted(row.awards.all())
    text = scope.words.say("given_to", form=row.award_form, recipients=recipients.worded(scope, counts))
    if row.decision_number and row.decision_date:
        day = scope.day(row.decision_date)
        text = scope.words.say("decision", text=text, number=row.decision_number, day=day)
    return text


def _figure(scope: Scope, place: str, rows: list[Conferral], text: str, value: Value) -> BoundFigure:
    return BoundFigure(
        place=place,
        label=str(PLACES[place]),
        text=text,
        value=value,
        basis=_("lines of the register under the conferrals of the movements"),
        as_of=max((row.presented_on for row in rows if row.presented_on), default=scope.as_of),
        source="; ".join(dict.fromkeys(row.source for row in rows if row.source)),
        provenance=weakest(row.provenance for row in rows),
        rows=tuple(reference for row in rows for reference in _rows(row)),
        parts=_parts(scope, rows) if place == "awards.list" else (),
        remark=_remark(rows),
    )


def _parts(scope: Scope, rows: list[Conferral]) -> tuple[FigurePart, ...]:
    return tuple(
        part
        for row in rows
        for part in recipients.parts(
            scope, row.award_form, recipients.counted(row.awards.all()), Provenance(row.provenance)
        )
    )


def _remark(rows: list[Conferral]) -> str:
    said = [recipients.remark_on([line for row in rows for line in row.awards.all()])]
    if any(not row.decision_number for row in rows):
        said.append(
            _("Number and date of the decision are not recorded; the day of presentation is not its date.")
        )
    return " ".join(sentence for sentence in said if sentence)


def _rows(row: Conferral) -> list[RowReference]:
    presented = format_date(row.presented_on) if row.presented_on else _("day not recorded")
    detail = "; ".join(
        part
        for part in (
            row.decision_number or _("decision number not recorded"),
            _("presented on %(day)s") % {"day": presented},
            row.presented_by,
        )
        if part
    )
    own = RowReference(row.award_form, "registry.conferral", str(row.pk), detail, Provenance(row.provenance))
    lines = [
        recipients.row(
            line, "registry.award", ", ".join(part for part in (line.post_then, line.unit_then) if part)
        )
        for line in row.awards.all()
    ]
    return [own, *lines]


FAMILY: Final = Family("awards", gettext_lazy("Awards"), fixed(PLACES), load)
