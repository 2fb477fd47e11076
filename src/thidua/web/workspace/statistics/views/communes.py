"""Communes without an award for some years: the map of tiles, the table, the download."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.lawbook.queries import current_book
from thidua.orgs.access import units_where
from thidua.registry.access import awards_seen_by
from thidua.registry.models import Conferral
from thidua.registry.statistics import CommuneAwards, communes_with_awards
from thidua.web.shell import cells, formats
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.tables import Column, Table
from thidua.web.workspace.statistics.tile_map import TileMap, tile_map

YEARS: Final = (1, 2, 3, 5, 10)
COUNT, SINCE = "so", "nam-cuoi"
LEVELS: Final = {"": (), "tinh": ("province", "ministry", "state"), "nha-nuoc": ("state",)}


class CommuneChoice(forms.Form):
    """How many years, which awards, which measure."""

    use_required_attribute = False

    nam = forms.TypedChoiceField(
        label=gettext_lazy("Without an award for"),
        coerce=int,
        choices=[(3, "")],
        required=False,
    )
    cap = forms.ChoiceField(
        label=gettext_lazy("Which awards"),
        choices=[
            ("", gettext_lazy("of every level")),
            ("tinh", gettext_lazy("of the province or the State")),
            ("nha-nuoc", gettext_lazy("of the State")),
        ],
        required=False,
    )
    do = forms.ChoiceField(
        label=gettext_lazy("The map shows"),
        choices=[
            (COUNT, gettext_lazy("number of awards")),
            (SINCE, gettext_lazy("years since the last award")),
        ],
        required=False,
    )
    chi = forms.BooleanField(label=gettext_lazy("Only communes without an award"), required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data, label_suffix="", auto_id="filter_%s")
        years = self.fields["nam"]
        years.choices = [(one, _("%(count)s years") % {"count": one}) for one in YEARS]  # type: ignore[attr-defined]


def _own_last(row: CommuneAwards) -> object:
    return str(row.last_own) if row.last_own else _("none on record")


def _inherited(row: CommuneAwards) -> object:
    if not row.last_inherited:
        return ""
    return _("%(count)s (last in %(year)s)") % {
        "count": formats.number(row.inherited),
        "year": row.last_inherited,
    }


def state_of(row: CommuneAwards) -> str:
    """Return in words whether the commune has awards of its own, only inherited ones, or none."""
    if row.own:
        return _("has awards")
    return _("only inherited awards") if row.inherited else _("no award")


COMMUNES: Table[CommuneAwards] = Table(
    name="xa-trang",
    caption=gettext_lazy("Communes and their awards"),
    columns=(
        Column(
            "name",
            gettext_lazy("Commune"),
            lambda row: cells.link(reverse("unit", args=[row.key]), row.name),
            csv=lambda row: row.name,
            sort=lambda row: row.sort_key,
            header=True,
        ),
        Column("code", gettext_lazy("Code"), lambda row: row.code, export_only=True),
        Column(
            "state",
            gettext_lazy("Whether it has awards"),
            state_of,
            sort=lambda row: (row.own, row.inherited),
        ),
        Column(
            "own",
            gettext_lazy("Awards of its own"),
            lambda row: row.own,
            sort=lambda row: row.own,
            numeric=True,
        ),
        Column("last", gettext_lazy("Last award of its own"), _own_last, sort=lambda row: row.last_own or 0),
        Column(
            "inherited",
            gettext_lazy("Inherited from earlier communes"),
            _inherited,
            csv=lambda row: row.inherited,
            sort=lambda row: row.inherited,
        ),
    ),
    order="own",
    empty=gettext_lazy("No commune fits."),
    page_size=100,
)


@dataclass(frozen=True)
class Asked:
    """What was asked; nonsense falls back on the usual."""

    years: int
    level: str
    measure: str
    only_white: bool


def asked_of(form: CommuneChoice) -> Asked:
    """Return the answers of the form."""
    form.full_clean()
    said = form.cleaned_data
    return Asked(said.get("nam") or 3, said.get("cap", ""), said.get("do") or COUNT, said.get("chi", False))


@right_required(Right.SEE_RECORDS)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show which communes were without an award, as a map and as a table that says the same."""
    user, today = signed_in(request), timezone.localdate()
    form = CommuneChoice(request.GET)
    asked = asked_of(form)
    awards = awards_seen_by(user)
    if levels := LEVELS[asked.level]:
        codes = [code for code, award in current_book().awards.items() if award.level in levels]
        awards = awards.filter(conferral__award_code__in=codes)
    units = units_where(user, Right.SEE_RECORDS, today)
    found = communes_with_awards(today, asked.years, awards, units)
    rows = sorted(found.communes, key=lambda row: (row.sort_key, row.unit_id))
    white = [row for row in rows if row.is_white]
    context = {
        "form": form,
        "asked": asked,
        "since": today.year - asked.years + 1,
        "today": today,
        "found": found,
        "white": len(white),
        "inherited_only": sum(1 for row in rows if not row.own and row.inherited),
        "map": _map(rows, asked, today.year),
        "is_partial": Conferral.objects.exclude(deciding_unit__in=units).exists(),
    }
    return COMMUNES.respond(request, white if asked.only_white else rows, "statistics/communes.html", context)


def _map(rows: list[CommuneAwards], asked: Asked, this_year: int) -> TileMap | None:
    return tile_map(rows, by_years=asked.measure == SINCE, this_year=this_year) if rows else None
