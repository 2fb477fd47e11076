"""Who is eligible by law and was not nominated: people and collectives, with the conditions they meet."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.periods import Period
from thidua.lawbook.queries import current_book
from thidua.lawbook.spoken import said
from thidua.orgs.access import may_anywhere, units_where
from thidua.orgs.enums import UnitKind
from thidua.orgs.models import Person, Position, Unit
from thidua.orgs.people_access import persons_seen_by
from thidua.orgs.periods import valid_on
from thidua.orgs.queries import positions_of
from thidua.reports.statistics import StatisticsScope
from thidua.reports.statistics.forgotten import PEOPLE, UNITS, Ask, Found, find_people, find_units, reasons_of
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.csv_download import csv_response
from thidua.web.workspace.statistics.choice import choosable_units, seen_units

AT_ONCE: Final = 20
MOST_DOWNLOADED: Final = 5000
YEARS: Final = (1, 2, 3, 5, 10)
USUAL: Final = "provincial_certificate_of_merit"
MET, OPEN = "du", "can-xem"


class ForgottenChoice(forms.Form):
    """For which award, whom, where, how many years back."""

    use_required_attribute = False

    khen = forms.ChoiceField(label=gettext_lazy("Award"))
    ai = forms.ChoiceField(
        label=gettext_lazy("Who"),
        choices=[(PEOPLE, gettext_lazy("people")), (UNITS, gettext_lazy("collectives"))],
    )
    nam = forms.TypedChoiceField(label=gettext_lazy("Not nominated for"), coerce=int)
    don_vi = forms.ChoiceField(label=gettext_lazy("Unit"), required=False)
    ket_qua = forms.ChoiceField(
        label=gettext_lazy("Conditions"),
        choices=[
            (MET, gettext_lazy("all met by the records")),
            (OPEN, gettext_lazy("met as far as records go, the rest needs a person")),
        ],
    )

    def __init__(self, data: Any, *, units: list[Unit]) -> None:
        super().__init__(data, label_suffix="", auto_id="filter_%s")
        self.units = {unit.key: unit for unit in units}
        choices = {
            "khen": _awards(),
            "nam": [(one, _("%(count)s years") % {"count": one}) for one in YEARS],
            "don_vi": [("", _("All units")), *((unit.key, unit.name) for unit in units)],
        }
        for name, given in choices.items():
            self.fields[name].choices = given  # type: ignore[attr-defined]


@right_required(Right.SEE_RECORDS)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """List who was forgotten, twenty at a time, each with the conditions met."""
    user, today = signed_in(request), timezone.localdate()
    usual = {"khen": USUAL, "ai": PEOPLE, "nam": "5", "don_vi": "", "ket_qua": MET}
    given = usual | {name: request.GET[name] for name in usual if name in request.GET}
    form = ForgottenChoice(given, units=choosable_units(user))
    context: dict[str, Any] = {"form": form, "nominates": may_anywhere(user, Right.NOMINATE)}
    if not form.is_valid():
        return render(request, "statistics/forgotten.html", context)
    asked = form.cleaned_data
    ask = Ask(asked["khen"], asked["ai"], today, asked["nam"])
    unit = form.units.get(asked["don_vi"])
    found = _find(user, ask, unit)
    keys = found.met if asked["ket_qua"] == MET else found.open
    if request.GET.get("dinh-dang") == "csv":
        return _download(found, keys)
    shown = Paginator(keys, AT_ONCE).get_page(request.GET.get("trang"))
    query = request.GET.copy()
    query.pop("trang", None)
    context |= {
        "found": found,
        "page": shown,
        "rows": _rows(found, list(shown)),
        "text": said(found.under.short) if found.under else "",
        "query": query.urlencode(),
        "award": dict(form.fields["khen"].choices)[ask.award],  # type: ignore[attr-defined]
        "is_open": asked["ket_qua"] == OPEN,
    }
    return render(request, "statistics/forgotten.html", context)


def _awards() -> list[tuple[str, str]]:
    """Return the awards that are judged by what records tell, the province's own first."""
    book = current_book()
    order = {"province": 0, "grassroots": 1, "ministry": 2, "state": 3}
    fitting = [award for award in book.awards.values() if award.alternatives]
    fitting.sort(key=lambda award: (award.code != USUAL, order.get(award.level, 4), award.rank, award.code))
    return [(award.code, said(award.name)) for award in fitting]


def _find(user: User, ask: Ask, unit: Unit | None) -> Found:
    scope = _scope(user, unit)
    if ask.recipient == PEOPLE:
        return find_people(ask, _people(user, scope, unit))
    rows = units_where(user, Right.SEE_RECORDS, ask.on).filter(
        Q(exists_to__isnull=True) | Q(exists_to__gte=ask.on)
    )
    rows = rows.exclude(kind__in=(UnitKind.PROVINCE, UnitKind.VILLAGE))
    return find_units(ask, rows.filter(scope.within("pk")))


def _scope(user: User, unit: Unit | None) -> StatisticsScope:
    return StatisticsScope(Period.of_year(timezone.localdate().year), unit, seen_units(user))


def _people(user: User, scope: StatisticsScope, unit: Unit | None) -> QuerySet[Person]:
    """Return the persons of the units: who holds a position there today; without a choice, everybody seen."""
    people = persons_seen_by(user)
    if unit is None:
        return people
    held = Position.objects.filter(
        valid_on(timezone.localdate()), scope.readable("unit"), scope.within("unit")
    )
    return people.filter(pk__in=held.order_by().values("person"))


def _rows(found: Found, keys: list[int]) -> list[dict[str, Any]]:
    """Return the rows of one page with their reasons."""
    model: Any = Person if found.ask.recipient == PEOPLE else Unit
    rows = model.objects.in_bulk(keys)
    reasons = reasons_of(found, rows.values())
    posts = positions_of(keys, found.ask.on) if model is Person else {}
    return [
        {
            "row": rows[pk],
            "name": rows[pk].full_name if model is Person else rows[pk].name,
            "is_person": model is Person,
            "post": "; ".join(posts.get(pk, ())),
            "met": [(said(text), said(outcome)) for text, outcome in reasons[pk].met],
            "open": [said(one) for one in reasons[pk].open],
        }
        for pk in keys
        if pk in rows
    ]


def _download(found: Found, keys: tuple[int, ...]) -> HttpResponse:
    """Return the names of the whole list; the reasons stand on the pages."""
    model: Any = Person if found.ask.recipient == PEOPLE else Unit
    chosen = keys[:MOST_DOWNLOADED]
    rows = model.objects.in_bulk(chosen)
    posts = positions_of(chosen, found.ask.on) if model is Person else {}
    table = [
        (rows[pk].full_name if model is Person else rows[pk].name, "; ".join(posts.get(pk, ())))
        for pk in chosen
        if pk in rows
    ]
    return csv_response("bo-sot", (_("Name"), _("Posts")), table)
