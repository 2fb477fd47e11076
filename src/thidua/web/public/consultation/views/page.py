"""One consultation: who is nominated, how to speak, and what came of it once it is closed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import Q, Value
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from thidua.core.vietnamese.fold import fold
from thidua.nominations.models import Nomination
from thidua.nominations.queries import (
    before_the_public,
    nominees_before_the_public,
    numbers_of,
    opinions_to_read,
)
from thidua.registry.enums import RecipientKind
from thidua.web.public.consultation.states import Stage, stage_of, stage_tag
from thidua.web.shell import cells
from thidua.web.shell.award_names import award_names
from thidua.web.shell.filters import FilterForm
from thidua.web.shell.known_parameters import knows
from thidua.web.shell.tables import Column, Table

CHOSEN = "de-cu"  # the nominee that the form is opened for


class NomineeFilters(FilterForm):
    """By words of the name or the unit, and by kind."""

    q = forms.CharField(label=_("Words"), max_length=100)
    loai = forms.ChoiceField(label=_("Kind"), choices=[("", _("all")), *RecipientKind.choices])

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        if words := answers.get("q"):
            rows = rows.filter(Q(folded_name__contains=fold(words)) | Q(unit_then__icontains=words))
        return rows.filter(recipient_kind=answers["loai"]) if "loai" in answers else rows


@knows(filters=NomineeFilters, table=True)
@require_safe
def consultation(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one consultation. It names people, so search engines are told to leave it out."""
    row = get_object_or_404(before_the_public(), pk=pk)
    today = timezone.localdate()
    stage = stage_of(row, today)
    rows = nominees_before_the_public(row).annotate(consultation=Value(row.pk))
    context = {
        "row": row,
        "dossier": row.dossier,
        "tag": stage_tag(row, today),
        "is_open": stage is Stage.OPEN,
        "numbers": numbers_of(row),
        "opinions": opinions_to_read(row),
    }
    table = NOMINEES_TO_SPEAK_OF if stage is Stage.OPEN else NOMINEES
    response = table.respond(request, rows, "consultation/page.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response


def _name(row: Nomination) -> SafeString:
    about = ", ".join(part for part in (row.post_then, row.unit_then) if part)
    marked = cells.with_mark(cells.vietnamese(row.recipient_name), row.provenance)
    return cells.with_note(marked, cells.vietnamese(about))


def _speak(row: Any) -> SafeString:
    address = f"{reverse('write-opinion', args=[row.consultation])}?{CHOSEN}={row.pk}"
    return cells.link(
        address, gettext("Give your opinion"), gettext("of %(name)s") % {"name": row.recipient_name}
    )


def _with_award_names(rows: Sequence[Any]) -> None:
    names = award_names(row.award_code for row in rows)
    for row in rows:
        row.award_name = names[row.award_code]


_COLUMNS: tuple[Column[Any], ...] = (
    Column(
        "name",
        _("Nominee"),
        _name,
        csv=lambda row: row.recipient_name,
        sort=("recipient_sort_key",),
        header=True,
    ),
    Column("post", _("Post"), lambda row: row.post_then, export_only=True),
    Column("unit", _("Unit or address"), lambda row: row.unit_then, export_only=True),
    Column("kind", _("Kind"), lambda row: row.get_recipient_kind_display()),
    Column("award", _("Nominated for"), lambda row: row.award_name),
    Column(
        "deed",
        _("What was achieved"),
        lambda row: cells.vietnamese(row.achievement),
        csv=lambda row: row.achievement,
    ),
)


def _table(*more: Column[Any]) -> Table[Any]:
    return Table(
        name="de-cu",
        caption=_("Nominees"),
        columns=(*_COLUMNS, *more),
        order="",
        empty=_("Nobody is nominated in this list any more"),
        filters=NomineeFilters,
        prepare=_with_award_names,
    )


NOMINEES = _table()
NOMINEES_TO_SPEAK_OF = _table(Column("speak", _("Your opinion"), _speak, csv=lambda row: ""))
