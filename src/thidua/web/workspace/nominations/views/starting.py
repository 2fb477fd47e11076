"""Beginning a dossier, anew or from last year's; changing what it is about."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.movements.access import is_public
from thidua.movements.models import Movement
from thidua.nominations.actions import copy_from_last_year, edit_dossier, open_dossier
from thidua.nominations.enums import Route
from thidua.nominations.models import Dossier
from thidua.nominations.queries.copying import nominees_to_copy
from thidua.orgs.models import Unit
from thidua.orgs.queries import successor_ids
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.keys import key_of
from thidua.web.shell.typed import keeps_typed, typed_before
from thidua.web.workspace.nominations.asked import AskedNominee, asked_nominee, kept_in_address
from thidua.web.workspace.nominations.faults import faults_asked
from thidua.web.workspace.nominations.find import begun_for, dossier_or_404, posted, written_dossier
from thidua.web.workspace.nominations.forms.starting import ChangeForm, CopyForm, StartForm, said_of


@keeps_typed
@right_required(Right.NOMINATE)
@require_http_methods(["GET", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Ask what the new dossier is about."""
    user, year = signed_in(request), timezone.localdate().year
    units = begun_for(user)
    if not units:
        raise PermissionDenied(
            _("You prepare dossiers for no unit that exists today. Ask your administrator.")
        )
    initial = {
        "unit": _usual_unit(user, units),
        "level": "province",
        "counting_year": str(year),
        "title": _("Commendation proposal of %(year)s") % {"year": year},
    }
    asked = asked_nominee(request, user)
    form = StartForm(
        posted(request),
        units=units,
        initial=initial | _asked_for(request) | _of_nominee(asked, units, year) | typed_before(request),
    )
    if request.method == "POST" and form.accepted(
        lambda: open_dossier(unit=form.cleaned_data["unit"], content=form.content(), by=signed_in(request))
    ):
        messages.success(request, _("The dossier is begun. It is kept; you may go on whenever you like."))
        if asked.kind:
            return redirect(reverse("new-nominee", args=[form.outcome.code]) + kept_in_address(request))
        return redirect("my-dossier", form.outcome.code)
    return render(request, "nominations/start.html", {"form": form, "asked": asked})


@keeps_typed
@right_required(Right.NOMINATE)
@require_http_methods(["GET", "POST"])
def about(request: HttpRequest, code: str) -> HttpResponse:
    """Change what the dossier is about."""
    row = written_dossier(request, code)
    form = ChangeForm(posted(request), units=[row.unit], initial=said_of(row) | typed_before(request))
    if request.method == "POST" and form.accepted(
        lambda: edit_dossier(
            dossier=row,
            content=form.content(row),
            version=form.cleaned_data["seen"],
            by=signed_in(request),
        )
    ):
        messages.success(request, _("Kept. The dossier is not sent yet."))
        return redirect("my-dossier", code)
    context = {"form": form, "dossier": row, "faults": faults_asked(row, form.fields)}
    return render(request, "nominations/about.html", context)


@right_required(Right.NOMINATE)
@require_http_methods(["GET", "POST"])
def copy(request: HttpRequest, code: str) -> HttpResponse:
    """Begin a dossier with the nominees of this one."""
    row, user = dossier_or_404(request, code), signed_in(request)
    units = _heirs(row, begun_for(user))
    if not units:
        raise PermissionDenied(_("Only officers of %(unit)s prepare its dossiers.") % {"unit": row.unit.name})
    form = CopyForm(
        posted(request), row=row, units=units, initial={"counting_year": str(row.counting_year + 1)}
    )
    found = nominees_to_copy(row, timezone.localdate())
    if request.method == "POST" and form.accepted(
        lambda: copy_from_last_year(
            dossier=row,
            counting_year=int(form.cleaned_data["counting_year"]),
            unit=form.cleaned_data.get("unit", units[0]),
            movement=form.cleaned_data.get("movement"),
            by=user,
        )
    ):
        messages.success(request, _("The nominees are copied. Now write what they achieved this year."))
        return redirect("my-dossier", form.outcome.code)
    context = {"form": form, "dossier": row, "found": found}
    return render(request, "nominations/copy.html", context)


def _heirs(row: Dossier, units: list[Unit]) -> list[Unit]:
    """Return those of `units` that may go on with the dossiers of the unit of `row`: itself, else what followed it."""
    same = [unit for unit in units if unit.pk == row.unit_id]
    if same:
        return same
    following = successor_ids(row.unit)
    return [unit for unit in units if unit.pk in following]


def _usual_unit(user: User, units: list[Unit]) -> int | None:
    """Return the only unit, else the one for which this person began a dossier last; None: they have to choose."""
    if len(units) == 1:
        return units[0].pk
    last = Dossier.objects.filter(opened_by=user, unit__in=units).order_by("-opened_at", "-pk").first()
    return last.unit_id if last else None


def _asked_for(request: HttpRequest) -> dict[str, object]:
    """Return the answers that an address «?phong-trao=7» gives already."""
    wanted = key_of(request.GET.get("phong-trao", ""))
    movement = None if wanted is None else Movement.objects.filter(pk=wanted).first()
    if movement is None or not is_public(movement):
        return {}
    title = _("Commendation proposal in the movement “%(movement)s”") % {"movement": movement}
    return {"movement": movement, "route": Route.MOVEMENT, "title": title[:300]}


def _of_nominee(asked: AskedNominee, units: list[Unit], year: int) -> dict[str, object]:
    """Return the answers that follow from the nominee whom an address names."""
    if not asked.kind:
        return {}
    title = _("Commendation proposal of %(year)s: %(name)s") % {"year": year, "name": asked.name}
    unit = asked.unit_of(units)
    given = {
        "unit": unit.pk if unit else None,
        "route": Route.MERIT,
        "level": asked.level,
        "title": title[:300],
    }
    return {name: value for name, value in given.items() if value}
