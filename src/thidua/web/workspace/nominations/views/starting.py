"""Beginning a dossier, anew or from last year's; changing what it is about."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from thidua.accounts.rights import Right
from thidua.nominations import access
from thidua.nominations.actions import copy_from_last_year, edit_dossier, open_dossier
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.nominations.find import dossier_or_404, own_units, posted, written_dossier
from thidua.web.workspace.nominations.forms.starting import ChangeForm, CopyForm, StartForm, said_of


@right_required(Right.NOMINATE)
@require_http_methods(["GET", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Ask what the new dossier is about."""
    units, year = own_units(signed_in(request)), timezone.localdate().year
    initial = {
        "unit": units[0].pk if len(units) == 1 else None,
        "level": "province",
        "counting_year": str(year),
        "title": _("Commendation proposal of %(year)s") % {"year": year},
    }
    form = StartForm(posted(request), units=units, initial=initial)
    if request.method == "POST" and form.accepted(
        lambda: open_dossier(unit=form.cleaned_data["unit"], content=form.content(), by=signed_in(request))
    ):
        messages.success(request, _("The dossier is begun. It is kept; you may go on whenever you like."))
        return redirect("my-dossier", form.outcome.code)
    return render(request, "nominations/start.html", {"form": form})


@right_required(Right.NOMINATE)
@require_http_methods(["GET", "POST"])
def about(request: HttpRequest, code: str) -> HttpResponse:
    """Change what the dossier is about."""
    row = written_dossier(request, code)
    form = ChangeForm(posted(request), initial=said_of(row))
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
    return render(request, "nominations/about.html", {"form": form, "dossier": row})


@right_required(Right.NOMINATE)
@require_http_methods(["GET", "POST"])
def copy(request: HttpRequest, code: str) -> HttpResponse:
    """Begin a dossier with the nominees of this one."""
    row = dossier_or_404(request, code)
    if not access.may_write(signed_in(request), row):
        raise PermissionDenied(_("Only officers of %(unit)s prepare its dossiers.") % {"unit": row.unit.name})
    form = CopyForm(posted(request), initial={"counting_year": str(row.counting_year + 1)})
    if request.method == "POST" and form.accepted(
        lambda: copy_from_last_year(
            dossier=row, counting_year=int(form.cleaned_data["counting_year"]), by=signed_in(request)
        )
    ):
        messages.success(request, _("The nominees are copied. Now write what they achieved this year."))
        return redirect("my-dossier", form.outcome.code)
    return render(request, "nominations/copy.html", {"form": form, "dossier": row})
