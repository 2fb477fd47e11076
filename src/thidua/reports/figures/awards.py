"""Awards given within the movements, counted by form and kind of recipient."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.core.vietnamese.dates import format_date
from thidua.registry.enums import AwardStatus
from thidua.registry.models import Award, Conferral
from thidua.reports.figures import recipients
from thidua.reports.figures.bound import BoundFigure, FigurePart, RowReference, Value
from thidua.reports.figures.family import Family, fixed
from thidua.reports.figures.origins import weakest, without_invented
from thidua.reports.figures.scope import Scope
from thidua.support.provenance import Provenance

PLACES: Final = {
    "awards.list": gettext_lazy("awards by form and kind of recipient"),
    "awards.decided": gettext_lazy("awards decided and not presented yet"),
    "awards.total": gettext_lazy("number of awards"),
    "awards.presented_on": gettext_lazy("day of presentation"),
}
Listed = tuple[Conferral, list[Award]]  # with the lines that hold on the day of the report


def load(scope: Scope, wanted: frozenset[str]) -> Mapping[str, BoundFigure]:
    """Return the wanted figures over the conferrals of the movements; two queries."""
    linked = Conferral.objects.filter(movements__in=scope.movement_ids).distinct()
    known = linked.prefetch_related("awards").order_by("presented_on", "id")
    standing = {row.pk: _standing(scope, row) for row in known if _in_time(scope, row)}
    rows = without_invented(row for row in known if standing.get(row.pk))
    listed = [(row, standing[row.pk]) for row in rows]
    if not listed:
        return {}
    total = sum(len(lines) for _row, lines in listed)
    days = {row.presented_on for row in rows if row.presented_on}
    presented = [one for one in listed if one[0].presented_on]
    waiting = [one for one in listed if not one[0].presented_on]
    figures = {"awards.total": _figure(scope, "awards.total", listed, scope.number(total), total)}
    for place, told in (("awards.list", presented), ("awards.decided", waiting)):
        if told:
            text = "; ".join(_text(scope, *one) for one in told)
            figures[place] = _figure(scope, place, told, text, sum(len(lines) for _row, lines in told))
    if days:
        said = scope.words.series([scope.day(day) for day in sorted(days)])
        figures["awards.presented_on"] = _figure(scope, "awards.presented_on", presented, said, min(days))
    return {place: figure for place, figure in figures.items() if place in wanted}


def _in_time(scope: Scope, row: Conferral) -> bool:
    day = row.presented_on or row.decision_date
    if day is None:
        return row.decided_year is not None and row.decided_year <= scope.as_of.year
    return day <= scope.as_of


def _standing(scope: Scope, row: Conferral) -> list[Award]:
    """Return the lines that were not cancelled or stripped by the day of the report."""
    return [
        line
        for line in row.awards.all()
        if line.status == AwardStatus.ACTIVE or (line.status_on and line.status_on > scope.as_of)
    ]


def _text(scope: Scope, row: Conferral, lines: list[Award]) -> str:
    counts = recipients.counted(lines)
    text = scope.words.say("given_to", form=row.award_form, recipients=recipients.worded(scope, counts))
    if row.decision_number and row.decision_date:
        day = scope.day(row.decision_date)
        text = scope.words.say("decision", text=text, number=row.decision_number, day=day)
    return text


def _figure(scope: Scope, place: str, listed: list[Listed], text: str, value: Value) -> BoundFigure:
    rows = [row for row, _lines in listed]
    return BoundFigure(
        place=place,
        label=str(PLACES[place]),
        text=text,
        value=value,
        basis=_("lines of the register under the conferrals of the movements"),
        as_of=max((row.presented_on for row in rows if row.presented_on), default=scope.as_of),
        source="; ".join(dict.fromkeys(row.source for row in rows if row.source)),
        provenance=weakest(row.provenance for row in rows),
        rows=tuple(reference for one in listed for reference in _rows(*one)),
        parts=_parts(scope, listed) if place in ("awards.list", "awards.decided") else (),
        remark=_remark(listed),
    )


def _parts(scope: Scope, listed: list[Listed]) -> tuple[FigurePart, ...]:
    return tuple(
        part
        for row, lines in listed
        for part in recipients.parts(
            scope, row.award_form, recipients.counted(lines), Provenance(row.provenance)
        )
    )


def _remark(listed: list[Listed]) -> str:
    said = [recipients.remark_on([line for _row, lines in listed for line in lines])]
    if any(not row.decision_number for row, _lines in listed):
        said.append(
            _("Number and date of the decision are not recorded; the day of presentation is not its date.")
        )
    return " ".join(sentence for sentence in said if sentence)


def _rows(row: Conferral, lines: list[Award]) -> list[RowReference]:
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
    told = [
        recipients.row(
            line, "registry.award", ", ".join(part for part in (line.post_then, line.unit_then) if part)
        )
        for line in lines
    ]
    return [own, *told]


FAMILY: Final = Family("awards", gettext_lazy("Awards"), fixed(PLACES), load)
