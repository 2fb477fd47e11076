"""The queue and the list of dossiers at the office's desk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.accounts.models import User
from thidua.nominations.enums import DossierState, Route
from thidua.nominations.models import Dossier
from thidua.nominations.queries import Wanted, filtered, lines_of
from thidua.nominations.queries.lists import OVERDUE, THIS_WEEK, TODAY
from thidua.orgs.models import Unit
from thidua.web.shell import cells
from thidua.web.shell.award_names import award_names
from thidua.web.shell.filters import FilterForm
from thidua.web.shell.tables import Column, Table
from thidua.web.workspace.appraisal.words import dossier_tag, time_left

NOBODY = "0"
MANY_FORM = "hang-loat"
_ALL = ("", gettext_lazy("all"))


class DossierFilters(FilterForm):
    """By words, unit, procedure, state, holder, and by when it is due."""

    q = forms.CharField(label=gettext_lazy("Code or nominee"), max_length=100)
    don_vi = forms.ModelChoiceField(
        label=gettext_lazy("Unit"), queryset=Unit.objects.none(), empty_label=gettext_lazy("all")
    )
    thu_tuc = forms.ChoiceField(label=gettext_lazy("Procedure"), choices=[_ALL, *Route.choices])
    buoc = forms.ChoiceField(
        label=gettext_lazy("State"),
        choices=[_ALL, *(one for one in DossierState.choices if one[0] != DossierState.DRAFT)],
    )
    nguoi_giu = forms.ChoiceField(label=gettext_lazy("Officer"))
    han = forms.ChoiceField(
        label=gettext_lazy("Due"),
        choices=[
            _ALL,
            (OVERDUE, gettext_lazy("overdue")),
            (TODAY, gettext_lazy("today")),
            (THIS_WEEK, gettext_lazy("this week")),
        ],
    )

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        holder = answers.get("nguoi_giu", "")
        wanted = Wanted(
            unit=answers.get("don_vi"),
            routes=[answers["thu_tuc"]] if "thu_tuc" in answers else (),
            states=[answers["buoc"]] if "buoc" in answers else (),
            holder=int(holder) if holder not in ("", NOBODY) else None,
            without_holder=holder == NOBODY,
            due=answers.get("han", ""),
            words=answers.get("q", ""),
        )
        return filtered(rows, timezone.localdate(), wanted)


def with_choices(table: Table[Any], rows: QuerySet[Dossier]) -> Table[Any]:
    """Return `table` with the units and officers that occur in `rows` as answers of its filters."""
    inside = rows.order_by()
    units = Unit.objects.filter(pk__in=inside.values("unit"))
    holders = User.objects.filter(pk__in=inside.exclude(holder=None).values("holder"))

    class Filters(DossierFilters):
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            unit, holder = self.fields["don_vi"], self.fields["nguoi_giu"]
            assert isinstance(unit, forms.ModelChoiceField)
            assert isinstance(holder, forms.ChoiceField)
            unit.queryset = units
            people = [(str(one.pk), str(one)) for one in holders.order_by("pk")]
            holder.choices = [_ALL, (NOBODY, _("not assigned yet")), *people]

    return replace(table, filters=Filters)


def _prepare(rows: Sequence[Any]) -> None:
    today = timezone.localdate()
    lines = lines_of(rows, today)
    names = award_names(code for line in lines for code in line.awards)
    for row, line in zip(rows, lines, strict=True):
        row.line = line
        row.award_names = ", ".join(names[code] for code in line.awards)


def _code(row: Any) -> SafeString:
    linked = cells.link(reverse("appraisal-dossier", args=[row.code]), row.code)
    return cells.with_note(cells.with_mark(linked, row.provenance), row.unit.name)


def _names(row: Any) -> str:
    shown = ", ".join(row.line.names)
    more = row.line.nominees - len(row.line.names)
    return _("%(names)s and %(count)s more") % {"names": shown, "count": more} if more > 0 else shown


def _due(row: Any) -> Any:
    left = time_left(row, timezone.localdate())
    if left is None:
        return ""
    return cells.with_note(cells.show(row.due_on), cells.tag(left))


def _holder(row: Any) -> str:
    return str(row.holder) if row.holder else _("not assigned yet")


def _pick(row: Any) -> SafeString:
    return format_html(
        '<input type="checkbox" name="ho-so" value="{}" form="{}" aria-label="{}">',
        row.pk,
        MANY_FORM,
        _("Pick the dossier %(code)s") % {"code": row.code},
    )


DOSSIERS: Table[Any] = Table(
    name="ho-so",
    caption=gettext_lazy("Dossiers"),
    columns=(
        Column("due", gettext_lazy("Due"), _due, csv=lambda row: row.due_on, sort=("due_on",)),
        Column("code", gettext_lazy("Dossier"), _code, csv=lambda row: row.code, sort=("pk",), header=True),
        Column("title", gettext_lazy("Name of the dossier"), lambda row: row.title, export_only=True),
        Column(
            "nominees",
            gettext_lazy("Nominees"),
            lambda row: cells.with_note(_names(row), row.award_names),
            csv=_names,
        ),
        Column("awards", gettext_lazy("Titles and forms"), lambda row: row.award_names, export_only=True),
        Column("unit", gettext_lazy("Sent by"), lambda row: row.unit.name, export_only=True),
        Column(
            "state",
            gettext_lazy("State"),
            lambda row: cells.with_note(dossier_tag(row), _holder(row)),
            csv=lambda row: dossier_tag(row).text,
        ),
        Column("holder", gettext_lazy("Officer"), _holder, export_only=True),
    ),
    order="",
    empty=gettext_lazy("No dossier is here"),
    filters=DossierFilters,
    prepare=_prepare,
)
# The same list with a box to pick each dossier for what is done with many at once.
QUEUE: Table[Any] = replace(
    DOSSIERS, columns=(Column("pick", gettext_lazy("Pick"), _pick), *DOSSIERS.columns)
)
