"""Merging, splitting, dissolving, and settling who follows: rehearsed, read, and then carried out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from thidua.accounts.rights import Right
from thidua.orgs.models import Unit, UnitChange, UnitSuccession
from thidua.orgs.queries import children
from thidua.web.shell import formats
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.rehearsal import Plan, in_two_steps
from thidua.web.workspace.units.forms.ending import (
    UNKNOWN,
    DissolveForm,
    MergeForm,
    SettleForm,
    SplitForm,
)
from thidua.web.workspace.units.views.making import TEMPLATE, by_act, managed_unit, page_of

AnyForm = MergeForm | SplitForm | DissolveForm | SettleForm


@right_required(Right.MANAGE_UNITS)
@require_http_methods(["GET", "POST"])
def merge(request: HttpRequest, key: str) -> HttpResponse:
    """Merge a unit with others into one."""
    unit = managed_unit(request, key)
    form = MergeForm(request.POST or None, user=signed_in(request), unit=unit)

    def plan(_change: UnitChange) -> Plan:
        said = form.cleaned_data
        old = [unit, *form.chosen(*form.others)]
        into = form.into_what()
        below = [child.name_then for each in old for child in children(each, said["on"])]
        told = {
            "units": _quoted(each.name for each in old),
            "into": into.name,
            "day": formats.day(said["on"]),
            "last": formats.day(said["on"] - timedelta(days=1)),
        }
        is_new = not isinstance(into, Unit)
        return Plan(
            _("Merge %(units)s into “%(into)s”?") % told,
            [
                _("The last day of %(units)s is %(last)s.") % told,
                (
                    _("From %(day)s on “%(into)s” is a new unit, and follows them.")
                    if is_new
                    else _("From %(day)s on “%(into)s”, which goes on, follows them.")
                )
                % told,
                _below(below, into.name),
                _(
                    "Awards, figures and roles of the old units stay with them. Nobody's role passes on by itself."
                ),
                *by_act(said["act"]),
            ],
            _("Merge"),
        )

    return _answer(request, form, plan, title=_("Merge"), done=_("The units have been merged."))


@right_required(Right.MANAGE_UNITS)
@require_http_methods(["GET", "POST"])
def split(request: HttpRequest, key: str) -> HttpResponse:
    """Give parts of a unit to others."""
    unit = managed_unit(request, key)
    form = SplitForm(request.POST or None, user=signed_in(request), unit=unit)

    def plan(_change: UnitChange) -> Plan:
        said = form.cleaned_data
        targets = form.targets()
        told = {
            "unit": unit.name,
            "into": _quoted(target.name for _number, target in targets),
            "day": formats.day(said["on"]),
            "last": formats.day(said["on"] - timedelta(days=1)),
        }
        sentences = [
            _("From %(day)s on each of %(into)s has a part of “%(unit)s”.") % told,
            (_("“%(unit)s” goes on.") if said["goes_on"] else _("The last day of “%(unit)s” is %(last)s."))
            % told,
        ]
        for number, target in targets:
            going = [child.name_then for child in form.below if said[f"below_{child.pk}"] == str(number)]
            if going:
                sentences.append(_below(going, target.name))
        return Plan(
            _("Split “%(unit)s” among %(into)s?") % told, [*sentences, *by_act(said["act"])], _("Split")
        )

    return _answer(request, form, plan, title=_("Split"), done=_("The unit has been split."))


@right_required(Right.MANAGE_UNITS)
@require_http_methods(["GET", "POST"])
def dissolve(request: HttpRequest, key: str) -> HttpResponse:
    """Let a unit end."""
    unit = managed_unit(request, key)
    form = DissolveForm(request.POST or None, user=signed_in(request), unit=unit)

    def plan(_change: UnitChange) -> Plan:
        said = form.cleaned_data
        following = form.chosen(*form.followers)
        told = {
            "unit": unit.name,
            "last": formats.day(said["on"] - timedelta(days=1)),
            "into": _quoted(each.name for each in following),
        }
        sentences = [_("The last day of “%(unit)s” is %(last)s.") % told]
        if following:
            sentences.append(_("Its parts go to %(into)s.") % told)
        elif said["who"] != UNKNOWN:
            sentences.append(_("No unit follows it."))
        if said["who"] == UNKNOWN:
            sentences.append(_("Who follows is written down as not known; it can be settled later."))
        return Plan(_("Dissolve “%(unit)s”?") % told, [*sentences, *by_act(said["act"])], _("Dissolve"))

    return _answer(request, form, plan, title=_("Dissolve"), done=_("The unit has been dissolved."))


@right_required(Right.MANAGE_UNITS)
@require_http_methods(["GET", "POST"])
def settle(request: HttpRequest, key: str) -> HttpResponse:
    """Put right who follows a unit that ended."""
    unit = managed_unit(request, key)
    form = SettleForm(request.POST or None, user=signed_in(request), unit=unit)

    def plan(_change: UnitChange) -> Plan:
        said = form.cleaned_data
        told = {"unit": unit.name}
        known = UnitSuccession.objects.filter(predecessor=unit, successor__isnull=False)
        before = [row.successor.name for row in known.select_related("successor") if row.successor]
        sentences = [
            (
                _("A part of “%(unit)s” went to “%(successor)s”.")
                if part
                else _("“%(successor)s” follows “%(unit)s”.")
            )
            % (told | {"successor": successor.name})
            for successor, part in form.named()
        ]
        if before:
            sentences.append(_("This takes the place of: %(units)s.") % {"units": _quoted(before)})
        return Plan(
            _("Settle who follows “%(unit)s”?") % told, [*sentences, *by_act(said["act"])], _("Settle")
        )

    return _answer(request, form, plan, title=_("Settle who follows"), done=_("It is settled who follows."))


def _answer(
    request: HttpRequest, form: AnyForm, plan: Callable[[Any], Plan], *, title: str, done: str
) -> HttpResponse:
    return in_two_steps(
        request,
        form,
        act=form.act_on,
        plan=plan,
        done=done,
        then=lambda _change: page_of(form.unit),
        template=TEMPLATE,
        context={"title": title, "unit": form.unit, "back": page_of(form.unit)},
    )


def _below(names: Sequence[str], into: str) -> str:
    if not names:
        return _("No unit stands below them.")
    return _("These come below “%(into)s”: %(units)s.") % {"into": into, "units": ", ".join(names)}


def _quoted(names: Any) -> str:
    return ", ".join(f"“{name}”" for name in names)
