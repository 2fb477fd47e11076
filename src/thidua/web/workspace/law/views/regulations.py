"""Local regulations: which are in use, what a new one would change, loading it, taking one out of use."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thidua.accounts.rights import Right
from thidua.core.language import Wording
from thidua.core.law.provisions import Alternative
from thidua.core.law.summaries.conditions_in_words import alternative_summary
from thidua.core.law.summaries.parameter_words import value_in_words
from thidua.core.law.summaries.places import places
from thidua.core.law.summaries.shapes import AlternativeSummary, Place
from thidua.lawbook.access import require_keeping_law
from thidua.lawbook.actions import load_local_regulation, withdraw_local_regulation
from thidua.lawbook.actions.load_local_regulation import rehearsed
from thidua.lawbook.models import LocalRegulation
from thidua.lawbook.queries import current, regulations
from thidua.lawbook.queries.rehearsal import Rehearsal
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.workspace.law.forms.regulations import RegulationForm, with_file
from thidua.web.workspace.law.readings_shown import ShownReading, shown_reading
from thidua.web.workspace.law.tables import REGULATIONS
from thidua.web.workspace.law.views.awards import frame

GO = "nap"


@dataclass(frozen=True)
class ShownValue:
    """A value before and after, as sentences with their places."""

    name: Wording
    before: Wording | None
    after: Wording
    places: tuple[Place, ...]


@dataclass(frozen=True)
class ShownWay:
    """An alternative with the award it belongs to."""

    award: str
    name: Wording
    way: AlternativeSummary


@dataclass(frozen=True)
class Preview:
    """What loading would change, ready to be read."""

    found: Rehearsal
    values: tuple[ShownValue, ...]
    readings: tuple[ShownReading, ...]
    added: tuple[ShownWay, ...]
    switched_off: tuple[ShownWay, ...]


@right_required(Right.SEE_WORKSPACE)
@require_safe
def local(request: HttpRequest) -> HttpResponse:
    """Show every regulation ever loaded, those in use first."""
    return REGULATIONS.respond(request, regulations(), "law/local.html", frame(request, current(), "local"))


@right_required(Right.SEE_WORKSPACE)
@require_safe
def regulation(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one regulation as it was loaded."""
    row = get_object_or_404(LocalRegulation.objects.select_related("loaded_by", "withdrawn_by"), pk=pk)
    now = current()
    faulty = next((one for one in now.faulty if one.pk == row.pk), None)
    context = frame(request, now, "local") | {"regulation": row, "faulty_one": faulty}
    return render(request, "law/regulation.html", context)


@right_required(Right.KEEP_LAW)
@require_http_methods(["GET", "HEAD", "POST"])
def load(request: HttpRequest) -> HttpResponse:
    """Take a regulation, show what it would change, and load it once that was read."""
    by = signed_in(request)
    require_keeping_law(by)
    form = RegulationForm(*with_file(request.POST, request.FILES))
    preview = None
    if request.method == "POST":
        if request.POST.get("buoc") == GO:
            if form.accepted(lambda: load_local_regulation(document=form.cleaned_data["document"], by=by)):
                messages.success(request, _("The regulation is laid over the national law from now on."))
                return redirect("law-regulation", form.outcome.pk)
        elif request.POST.get("buoc") != "sua" and form.accepted(
            lambda: rehearsed(form.cleaned_data["document"])
        ):
            preview = _preview(form.outcome)
    context = frame(request, current(), "local") | {"form": form, "preview": preview}
    return render(request, "law/load.html", context)


@right_required(Right.SEE_WORKSPACE)
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then take a regulation out of use."""
    row = get_object_or_404(LocalRegulation, pk=pk)
    return ask_first(
        request,
        question=_("Take %(number)s out of use?") % {"number": row.number},
        consequence=_(
            "The national law holds again in its place, at once. The document stays in the history."
        ),
        verb=_("Take out of use"),
        back=reverse("law-local"),
        act=lambda: withdraw_local_regulation(regulation=row, by=signed_in(request)),
        done=_("The regulation is out of use."),
    )


def _preview(found: Rehearsal) -> Preview:
    book = found.book
    values = tuple(
        ShownValue(
            name=changed.parameter.name,
            before=value_in_words(book, changed.parameter, changed.before) if changed.before else None,
            after=value_in_words(book, changed.parameter, changed.value),
            places=places(book, changed.value.cites),
        )
        for changed in found.values
    )

    def way(one: Alternative) -> ShownWay:
        return ShownWay(one.award, book.awards[one.award].name, alternative_summary(book, one))

    return Preview(
        found=found,
        values=values,
        readings=tuple(shown_reading(book, reading, {}) for reading in found.readings),
        added=tuple(way(one) for one in found.added),
        switched_off=tuple(way(one) for one in found.switched_off),
    )
