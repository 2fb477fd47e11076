"""Beginning a report, and changing what it is about."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.movements.access import PUBLIC_STATES
from thidua.movements.models import Movement
from thidua.orgs.enums import DISTRICT_LEVEL, UnitKind
from thidua.orgs.models import Unit
from thidua.reports import access
from thidua.reports.actions import create_report, edit_report
from thidua.reports.models import ClosingReport
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.lookups import sources
from thidua.web.shell.lookups.fields import only_looks_up, without_faults
from thidua.web.shell.typed import keeps_typed, sent_before
from thidua.web.workspace.reports.find import drafted_by
from thidua.web.workspace.reports.forms.frame import FrameForm, NewReportForm, said_of
from thidua.web.workspace.reports.views.frame import frame


@keeps_typed
@right_required(Right.DRAFT_REPORT)
def create(request: HttpRequest) -> HttpResponse:
    """Choose unit, period and movements; the draft is then written from the records."""
    user = signed_in(request)
    units = _units(user)
    form = NewReportForm(
        request.POST or sent_before(request),
        initial=_said_of_a_new_one(units),
        units=units,
        source=sources.units(user),
        **_choices(user),
    )
    if only_looks_up(request):
        without_faults(form)
    elif request.method == "POST" and form.accepted(
        lambda: create_report(
            frame=form.frame(),
            unit=form.cleaned_data["unit"],
            issuer=form.cleaned_data["issuer"],
            responsible=form.responsible(),
            by=user,
        )
    ):
        messages.success(request, _("The draft is written from the records. Read it paragraph by paragraph."))
        return redirect("report", form.outcome.slug)
    return render(request, "reports/create.html", {"form": form})


@keeps_typed
@right_required(Right.DRAFT_REPORT)
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    """Change period, movements, title, or what the paper form needs."""
    report = drafted_by(request, slug)
    user = signed_in(request)
    form = FrameForm(request.POST or sent_before(request), initial=said_of(report), **_choices(user, report))
    if request.method == "POST" and form.accepted(
        lambda: edit_report(
            report=report, frame=form.frame(), version=form.cleaned_data["seen"] or 0, by=user
        )
    ):
        messages.success(request, _("The frame of the report is kept."))
        return redirect("report", report.slug)
    return render(request, "reports/edit_frame.html", frame(request, report, "frame", form=form))


def _units(user: User) -> QuerySet[Unit]:
    """Return the units that reports are written about: those with an authority of their own."""
    kinds = (UnitKind.PROVINCE, *DISTRICT_LEVEL)
    return access.units_reported_on_by(user).filter(kind__in=kinds).order_by("kind", "sort_key", "pk")


def _choices(user: User, report: ClosingReport | None = None) -> dict[str, Any]:
    """Return the movements and the earlier reports to choose from."""
    chosen = Q(state__in=PUBLIC_STATES, parent__isnull=True)
    reports = access.visible_to(user).order_by("-year", "title")
    if report is not None:
        chosen |= Q(closing_reports=report)
        reports = reports.exclude(pk=report.pk)
    movements = Movement.objects.filter(chosen).distinct().order_by("-starts_on", "short_name")
    return {"movements": movements, "reports": reports}


def _said_of_a_new_one(units: QuerySet[Unit]) -> dict[str, object]:
    today = timezone.localdate()
    return {
        "unit": units.filter(kind=UnitKind.PROVINCE).first(),
        "year": today.year,
        "starts_on": today.replace(month=1, day=1),
        "ends_on": today.replace(month=12, day=31),
        "as_of": today.replace(month=12, day=31),
    }
