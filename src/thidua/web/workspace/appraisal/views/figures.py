"""The figures of the office's work: what each counts, the lists behind them, the workbook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.nominations import access
from thidua.nominations.enums import FaultCode
from thidua.nominations.queries import Statistics, Work, dossiers_behind, with_last_year, year_before
from thidua.nominations.queries.statistics import FAULT, FIGURES
from thidua.orgs.models import Unit
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.keys import key_of
from thidua.web.shell.tables import FORMAT
from thidua.web.shell.xlsx_download import xlsx_response
from thidua.web.workspace.appraisal.forms.period import PeriodForm
from thidua.web.workspace.appraisal.tables import DOSSIERS


@dataclass(frozen=True)
class Measure:
    """A figure: its name in `Work`, its words, how it is counted, and the list behind it («» none)."""

    name: str
    label: Promise
    how: Promise
    listed: str
    decimals: int = 0


MEASURES: Final = (
    Measure(
        "received",
        gettext_lazy("Received"),
        gettext_lazy("Dossiers whose first reception in the log lies in the period."),
        "received",
    ),
    Measure(
        "in_work",
        gettext_lazy("In work"),
        gettext_lazy(
            "Received by the last day of the period and not ended by then; those returned count, too."
        ),
        "in_work",
    ),
    Measure(
        "resolved",
        gettext_lazy("Resolved"),
        gettext_lazy("Decided, archived, closed or withdrawn in the period, after they had been received."),
        "resolved",
    ),
    Measure(
        "early",
        gettext_lazy("Early"),
        gettext_lazy("Of those resolved: the last step ended before its last day."),
        "early",
    ),
    Measure(
        "on_time",
        gettext_lazy("On the last day"),
        gettext_lazy("Of those resolved: the last step ended on its last day."),
        "on_time",
    ),
    Measure(
        "late",
        gettext_lazy("Late"),
        gettext_lazy("Of those resolved: the last step ended after its last day."),
        "late",
    ),
    Measure(
        "no_limit",
        gettext_lazy("Without a time limit"),
        gettext_lazy("Of those resolved: no time limit ran for the last step."),
        "no_limit",
    ),
    Measure(
        "median_days",
        gettext_lazy("Median working days"),
        gettext_lazy(
            "Of those resolved: working days from reception to the end, without the days on which the dossier was "
            "with the unit or suspended. Half took less, half more."
        ),
        "resolved",
        1,
    ),
    Measure(
        "returns_each",
        gettext_lazy("Returns per dossier"),
        gettext_lazy("Returns of the resolved dossiers, divided by how many were resolved."),
        "returned",
        2,
    ),
)


@dataclass(frozen=True)
class Figure:
    """One figure of the period beside that of the year before; addresses are empty where nothing is behind."""

    measure: Measure
    value: float | None
    url: str
    before: float | None
    url_before: str


@right_required(Right.APPRAISE)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show the office's work in a period (this year until today) against the same days a year before."""
    today = timezone.localdate()
    first, last = date(today.year, 1, 1), today
    form = PeriodForm(request.GET if "tu" in request.GET else None, initial={"tu": first, "den": last})
    if form.is_valid():
        first, last = form.cleaned_data["tu"], form.cleaned_data["den"]
    now, before = with_last_year(first, last, access.in_appraisal_of(signed_in(request), today))
    names = dict(Unit.objects.filter(pk__in=now.by_unit).values_list("pk", "name"))
    groups = _groups(now, before, names, first, last)
    if request.GET.get(FORMAT) == "xlsx":
        return _workbook(groups, now)
    total, *rest = groups
    context = {
        "form": form,
        "tab": "statistics",
        "first": first,
        "last": last,
        "total": total[2],
        "by_unit": [(name, figures) for kind, name, figures in rest if kind == "unit"],
        "by_month": [(name, figures) for kind, name, figures in rest if kind == "month"],
        "measures": MEASURES,
        "faults": [
            (FaultCode(code).label, count, _list_of(FAULT + code, first, last)) for code, count in now.faults
        ],
        "xlsx_url": "?" + urlencode({"tu": _written(first), "den": _written(last), FORMAT: "xlsx"}),
    }
    return render(request, "appraisal/statistics.html", context)


@right_required(Right.APPRAISE)
@require_safe
def behind(request: HttpRequest) -> HttpResponse:
    """List the dossiers that one figure counts; 404 for a figure that does not exist."""
    today = timezone.localdate()
    asked = request.GET
    form = PeriodForm(asked)
    label = _words_of(asked.get("so", ""))
    unit = asked.get("don", "")
    if not label or not form.is_valid() or (unit and key_of(unit) is None):
        raise Http404
    first, last = form.cleaned_data["tu"], form.cleaned_data["den"]
    mine = access.in_appraisal_of(signed_in(request), today)
    wanted = dossiers_behind(asked["so"], first, last, mine, int(unit) if unit else None)
    rows = mine.filter(pk__in=wanted).select_related("unit", "holder").order_by("-pk")
    context = {
        "label": label,
        "first": first,
        "last": last,
        "unit": Unit.objects.filter(pk=unit).first() if unit else None,
    }
    return DOSSIERS.respond(request, rows, "appraisal/counted.html", context)


Group = tuple[str, str, list[Figure]]


def _groups(
    now: Statistics, before: Statistics, names: dict[int, str], first: date, last: date
) -> list[Group]:
    """Return the total, then each unit by name, then each month; `kind`, name and figures."""
    groups: list[Group] = [("total", "", _figures(now.total, before.total, first, last))]
    for pk in sorted(now.by_unit, key=lambda pk: names[pk]):
        work, former = now.by_unit[pk], before.by_unit.get(pk)
        if _is_something(work) or (former and _is_something(former)):
            groups.append(("unit", names[pk], _figures(work, former, first, last, pk)))
    for key, work in now.by_month.items():
        year, month = int(key[:4]), int(key[5:])
        start = max(first, date(year, month, 1))
        following = date(year + month // 12, month % 12 + 1, 1)
        end = min(last, date.fromordinal(following.toordinal() - 1))
        former = before.by_month.get(f"{year - 1}-{key[5:]}")
        groups.append(("month", f"{key[5:]}/{year}", _figures(work, former, start, end)))
    return groups


def _figures(
    work: Work, before: Work | None, first: date, last: date, unit: int | None = None
) -> list[Figure]:
    former = before if before is not None and _is_something(before) else None
    start, end = year_before(first), year_before(last)
    return [
        Figure(
            one,
            value := getattr(work, one.name),
            _list_of(one.listed, first, last, unit) if value else "",
            value_before := getattr(former, one.name) if former else None,
            _list_of(one.listed, start, end, unit) if value_before else "",
        )
        for one in MEASURES
    ]


def _is_something(work: Work) -> bool:
    return bool(work.received or work.in_work or work.resolved)


def _list_of(figure: str, first: date, last: date, unit: int | None = None) -> str:
    said: dict[str, object] = {"so": figure, "tu": _written(first), "den": _written(last)}
    if unit is not None:
        said["don"] = unit
    return f"{reverse('appraisal-counted')}?{urlencode(said)}"


def _written(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _words_of(figure: str) -> str:
    if figure == "returned":
        return _("Resolved after having been returned")
    if figure in FIGURES:
        return str(next(one.label for one in MEASURES if one.name == figure))
    code = figure.removeprefix(FAULT)
    return str(FaultCode(code).label) if figure.startswith(FAULT) and code in FaultCode.values else ""


def _workbook(groups: Sequence[Group], now: Statistics) -> HttpResponse:
    headings = [_("Part"), _("Name")]
    for one in MEASURES:
        headings += [str(one.label), _("%(figure)s, a year before") % {"figure": one.label}]
    numeric = [False, False, *[True] * (len(headings) - 2)]
    return xlsx_response(
        "thong-ke-ho-so", _("The office's work on dossiers"), headings, numeric, list(_lines(groups, now))
    )


def _lines(groups: Sequence[Group], now: Statistics) -> Iterator[list[Any]]:
    words = {"total": _("In all"), "unit": _("Unit"), "month": _("Month")}
    for kind, name, figures in groups:
        yield [words[kind], name, *(value for one in figures for value in (one.value, one.before))]
    blank = [None] * (2 * len(MEASURES) - 1)
    for code, count in now.faults:
        yield [_("Fault"), str(FaultCode(code).label), count, *blank]
