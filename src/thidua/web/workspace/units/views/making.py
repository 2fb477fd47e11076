"""Making, renaming and moving a unit: each is rehearsed, read, and then carried out."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from thidua.accounts.rights import Right
from thidua.orgs.models import Unit
from thidua.web.shell import formats
from thidua.web.shell.access import require_right, right_required, signed_in
from thidua.web.shell.rehearsal import Plan, in_two_steps
from thidua.web.workspace.units.forms.making import CreateForm, MoveForm, RenameForm

TEMPLATE = "units/change.html"


def managed_unit(request: HttpRequest, key: str) -> Unit:
    """Return the unit if the person manages it; raises Http404, or PermissionDenied with a sentence."""
    unit = get_object_or_404(Unit, key=key)
    require_right(request, Right.MANAGE_UNITS, unit=unit)
    return unit


def page_of(unit: Unit) -> str:
    """Return the address of a unit's page."""
    return reverse("unit", args=[unit.key])


def by_act(act: str) -> list[str]:
    """Return the sentence that names the act, or that there is none."""
    return [_("It rests on: %(act)s.") % {"act": act} if act else _("No act is named.")]


@right_required(Right.MANAGE_UNITS)
@require_http_methods(["GET", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    """Make a unit."""
    form = CreateForm(request.POST or None, user=signed_in(request))

    def plan(unit: Unit) -> Plan:
        said = form.cleaned_data
        told = {
            "unit": unit.name,
            "kind": unit.get_kind_display(),
            "parent": said["parent"].name,
            "hierarchy": unit.get_hierarchy_display(),
            "day": formats.day(unit.exists_from),
        }
        since = (
            _("It exists since %(day)s.") if unit.exists_from else _("It was there before the records begin.")
        )
        return Plan(
            _("Make the unit “%(unit)s”?") % told,
            [
                _("“%(unit)s” (%(kind)s; %(hierarchy)s) stands below “%(parent)s”.") % told,
                since % told,
                *by_act(said["act"]),
            ],
            _("Make the unit"),
        )

    return in_two_steps(
        request,
        form,
        act=form.act_on,
        plan=plan,
        done=_("The unit has been made."),
        then=page_of,
        template=TEMPLATE,
        context={"title": _("Make a unit"), "back": reverse("units")},
    )


@right_required(Right.MANAGE_UNITS)
@require_http_methods(["GET", "POST"])
def rename(request: HttpRequest, key: str) -> HttpResponse:
    """Give a unit another name from a day on, or put the present one right."""
    unit = managed_unit(request, key)
    form = RenameForm(request.POST or None, user=signed_in(request), unit=unit)

    def plan(row: Any) -> Plan:
        told = {"old": unit.name, "new": row.name, "day": formats.day(row.valid_from)}
        if form.cleaned_data["why"] == "tu-ngay":
            sentences = [
                _("From %(day)s on it is called “%(new)s”; before that it stays “%(old)s”.") % told,
                _("Old decisions and addresses keep the old name."),
                *by_act(row.act),
            ]
        else:
            sentences = [_("“%(old)s” becomes “%(new)s” for the whole time of this name.") % told]
        return Plan(_("Rename “%(old)s” to “%(new)s”?") % told, sentences, _("Rename"))

    return in_two_steps(
        request,
        form,
        act=form.act_on,
        plan=plan,
        done=_("The unit has its new name."),
        then=lambda _row: page_of(unit),
        template=TEMPLATE,
        context={"title": _("Rename"), "unit": unit, "back": page_of(unit)},
    )


@right_required(Right.MANAGE_UNITS)
@require_http_methods(["GET", "POST"])
def move(request: HttpRequest, key: str) -> HttpResponse:
    """Put a unit, and all below it, under another."""
    unit = managed_unit(request, key)
    form = MoveForm(request.POST or None, user=signed_in(request), unit=unit)

    def plan(moved: int) -> Plan:
        said = form.cleaned_data
        told = {"unit": unit.name, "parent": said["parent"].name, "day": formats.day(said["on"])}
        along = ngettext(
            "%(count)s unit moves, itself included.", "%(count)s units move, itself included.", moved
        ) % {"count": formats.number(moved)}
        return Plan(
            _("Move “%(unit)s” below “%(parent)s”?") % told,
            [
                _("From %(day)s on “%(unit)s” stands below “%(parent)s”.") % told,
                capfirst(along),
                *by_act(said["act"]),
            ],
            _("Move"),
        )

    return in_two_steps(
        request,
        form,
        act=form.act_on,
        plan=plan,
        done=_("The unit has been moved."),
        then=lambda _moved: page_of(unit),
        template=TEMPLATE,
        context={"title": _("Move"), "unit": unit, "back": page_of(unit)},
    )
