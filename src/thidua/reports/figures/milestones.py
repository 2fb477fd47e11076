"""What was reached: projects and plans by field, works with a plaque, models built."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from django.db.models import F, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.movements.enums import FieldOfWork, MilestoneKind
from thidua.movements.models import Milestone
from thidua.orgs.queries import UnitNameThen, names_as_of
from thidua.reports.figures.bound import BoundFigure, FigurePart, RowReference
from thidua.reports.figures.family import Family, Label
from thidua.reports.figures.origins import weakest, without_invented
from thidua.reports.figures.scope import Scope
from thidua.support.provenance import Provenance

_LISTS: Final = {
    "milestones.plaques": MilestoneKind.PLAQUE,
    "milestones.models": MilestoneKind.MODEL,
}
_OF_A_FIELD: Final = (
    MilestoneKind.COMPLETED,
    MilestoneKind.SUBMITTED,
    MilestoneKind.STARTED,
    MilestoneKind.UNDER_WAY,
)
# «các công trình» with a number before it is «12 công trình».
_PLURAL: Final = re.compile(r"^(?:các|những)\s+", re.IGNORECASE)


def offered(scope: Scope) -> Mapping[str, Label]:
    """Return one list for each field, and the lists of plaques and models."""
    fields = {
        f"milestones.{field.value}": _("milestones: %(field)s") % {"field": field.label}
        for field in FieldOfWork
    }
    return fields | {
        "milestones.plaques": gettext_lazy("works with a plaque"),
        "milestones.models": gettext_lazy("models built"),
    }


def load(scope: Scope, wanted: frozenset[str]) -> Mapping[str, BoundFigure]:
    """Return the wanted lists; two queries."""
    in_time = Q(reached_on__isnull=True) | Q(reached_on__lte=scope.as_of)
    linked = Milestone.objects.filter(in_time, movements__in=scope.movement_ids).distinct()
    rows = list(linked.order_by(F("reached_on").asc(nulls_first=True), "id"))
    owners = names_as_of({row.unit_id for row in rows}, scope.as_of)
    labels = offered(scope)
    found = {}
    for place in wanted & labels.keys():
        chosen = without_invented(row for row in rows if _belongs(row, place))
        if chosen:
            found[place] = _figure(scope, place, str(labels[place]), chosen, owners)
    return found


def _belongs(row: Milestone, place: str) -> bool:
    if place in _LISTS:
        return row.kind == _LISTS[place]
    return row.kind in _OF_A_FIELD and place == f"milestones.{row.field}"


def _figure(
    scope: Scope, place: str, label: str, rows: list[Milestone], owners: Mapping[int, UnitNameThen]
) -> BoundFigure:
    texts = [_text(scope, row) for row in rows]
    uncounted = place in _LISTS and any(row.count is None for row in rows)
    return BoundFigure(
        place=place,
        label=label,
        text="; ".join(texts),
        value=len(rows),
        basis=_("milestones linked to the movements of the report"),
        as_of=max((row.reached_on for row in rows if row.reached_on), default=None),
        source="; ".join(dict.fromkeys(row.source for row in rows if row.source)),
        provenance=weakest(row.provenance for row in rows),
        rows=tuple(_row(scope, row, owners[row.unit_id].name) for row in rows),
        parts=tuple(
            FigurePart(row.project, text, row.count, Provenance(row.provenance))
            for row, text in zip(rows, texts, strict=True)
        ),
        remark=_("How many there are is not recorded.") if uncounted else "",
    )


def _text(scope: Scope, row: Milestone) -> str:
    words = scope.words
    project = row.project
    if row.count is not None:
        project = words.say("milestone_count", count=scope.count(row.count), project=_PLURAL.sub("", project))
    text = words.say(f"milestone.{row.kind}", project=project, reached=row.reached, receiver=row.receiver)
    if row.segment:
        text = words.say("milestone_segment", text=text, segment=row.segment)
    if row.document:
        text = words.say("milestone_document", text=text, document=row.document)
    if row.reached_on:
        text = words.say("milestone_day", text=text, day=scope.day(row.reached_on))
    return " ".join(text.split())


def _row(scope: Scope, row: Milestone, unit: str) -> RowReference:
    day = scope.day(row.reached_on) if row.reached_on else _("day not recorded")
    document = row.document or _("document not recorded")
    detail = "; ".join((str(row.get_kind_display()), day, document, unit))
    origin = Provenance(row.provenance)
    return RowReference(row.project, "movements.milestone", str(row.pk), detail, origin)


FAMILY: Final = Family("milestones", gettext_lazy("Milestones"), offered, load)
