"""Imports: the list, choosing a file, its preview, keeping it, and taking it back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from thidua.accounts.rights import Right
from thidua.orgs.access import may_anywhere
from thidua.orgs.queries import children
from thidua.support.audit.describe import story
from thidua.support.audit.queries import history_of
from thidua.support.refusals import NotAllowed, Refused
from thidua.targets import access
from thidua.targets.actions import import_observations, import_plans, undo_import
from thidua.targets.enums import BatchContent, BatchState
from thidua.targets.importing.observations import preview_observations
from thidua.targets.importing.plans import preview_plans
from thidua.targets.importing.template import observations_template, plans_template
from thidua.targets.importing.verdicts import Preview
from thidua.targets.models import Indicator
from thidua.web.shell import formats
from thidua.web.shell import waiting_files as waiting
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.shell.lookups.fields import only_looks_up, without_faults
from thidua.web.shell.tables import Table
from thidua.web.shell.xlsx_download import XLSX
from thidua.web.workspace.figures.find import batches
from thidua.web.workspace.figures.forms.upload import TemplateForm, UploadForm
from thidua.web.workspace.figures.imports.preview import PREVIEW, counts, faults_of, told_rows
from thidua.web.workspace.figures.states import batch_tag
from thidua.web.workspace.figures.tables import BATCHES, FIGURES, PLANS

_PREVIEWS: Final = {BatchContent.OBSERVATIONS: preview_observations, BatchContent.PLANS: preview_plans}
_IMPORTS: Final = {BatchContent.OBSERVATIONS: import_observations, BatchContent.PLANS: import_plans}


@right_required(Right.SEE_FIGURES)
def listing(request: HttpRequest) -> HttpResponse:
    """List the imports that brought figures or plans of units that the person sees."""
    context = {"may_import": may_anywhere(request.user, Right.IMPORT_FIGURES)}
    return BATCHES.respond(request, batches(request), "figures/imports.html", context)


@right_required(Right.IMPORT_FIGURES)
@require_http_methods(["GET", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """Take the file and show its preview; nothing is kept yet."""
    begin = {"content": request.GET.get("loai", BatchContent.OBSERVATIONS)}
    form = UploadForm(request.POST or None, request.FILES or None, initial=begin)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        token = waiting.keep(request, data=file.read(), name=file.name, content=form.cleaned_data["content"])
        return redirect("import-preview", token)
    return render(request, "figures/import_choose.html", {"form": form})


@right_required(Right.IMPORT_FIGURES)
@require_http_methods(["GET", "POST"])
def empty_table(request: HttpRequest) -> HttpResponse:
    """Give an empty table in which indicators, units and the period already stand."""
    asked = request.POST if request.method == "POST" else None
    form = TemplateForm(asked, user=signed_in(request))
    if only_looks_up(request):
        without_faults(form)
    elif asked is not None and form.is_valid():
        return _template(form)
    return render(request, "figures/import_template.html", {"form": form})


@right_required(Right.IMPORT_FIGURES)
@require_http_methods(["GET", "POST"])
def preview(request: HttpRequest, token: str) -> HttpResponseBase:
    """Show what would happen to each row; keep the whole file when that is confirmed."""
    file = waiting.waiting(request, token)
    if file is None:
        messages.warning(request, _("This file is not here any more. Choose it again."))
        return redirect("import-file")
    content = BatchContent(file.content)
    faults: list[str] = []
    if request.method == "POST":
        try:
            batch = _IMPORTS[content](
                data=file.data,
                file_name=file.name,
                by=signed_in(request),
                expected=request.POST.get("fingerprint", ""),
            )
        except Refused as refused:
            faults = [str(sentence) for said in refused.faults.values() for sentence in said]
        else:
            waiting.forget(request, token)
            said = ngettext("%(count)s row is kept.", "%(count)s rows are kept.", batch.row_count)
            messages.success(request, said % {"count": formats.number(batch.row_count)})
            return redirect("import-batch", batch.pk)
    found: Preview = _PREVIEWS[content](file.data, file.name, signed_in(request))
    context = {
        "preview": found,
        "content": str(content.label),
        "faults": faults or faults_of(found),
        "counts": counts(found),
        "token": token,
        "changed_meanwhile": bool(faults),
    }
    return PREVIEW.respond(request, told_rows(found), "figures/import_preview.html", context)


@right_required(Right.IMPORT_FIGURES)
@require_http_methods(["POST"])
def drop(request: HttpRequest, token: str) -> HttpResponse:
    """Throw the waiting file away."""
    waiting.forget(request, token)
    messages.success(request, _("Nothing was imported; the file is thrown away."))
    return redirect("imports")


@right_required(Right.SEE_FIGURES)
def batch(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one import: its rows, who confirmed it, and whether it was taken back."""
    row = get_object_or_404(batches(request), pk=pk)
    user, today = signed_in(request), timezone.localdate()
    context: dict[str, Any] = {
        "batch": row,
        "tag": batch_tag(row),
        "may_undo": row.state == BatchState.APPLIED
        and may_anywhere(user, Right.IMPORT_FIGURES)
        and access.may_undo(user, row, today),
        "stories": [story(entry) for entry in history_of(row)],
    }
    if row.content == BatchContent.PLANS:
        plans = access.plans_visible_to(user, today).filter(batch=row)
        return _without_filters(PLANS).respond(
            request, plans.select_related("indicator", "unit", "set_by"), "figures/import_batch.html", context
        )
    rows = access.observations_visible_to(user, today).filter(batch=row)
    wanted = rows.select_related("indicator", "unit", "accepted_by", "sheet__round", "batch")
    return _without_filters(FIGURES).respond(request, wanted, "figures/import_batch.html", context)


@right_required(Right.IMPORT_FIGURES)
@require_http_methods(["GET", "POST"])
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask first, then take the whole import back."""
    row = get_object_or_404(batches(request), pk=pk)
    if not access.may_undo(signed_in(request), row, timezone.localdate()):
        raise NotAllowed(_("Only officers who may import for all its units undo an import."))
    return ask_first(
        request,
        question=_("Undo the import of “%(file)s”?") % {"file": row.file_name},
        consequence=_(
            "All %(count)s rows of it are withdrawn, and what they took the place of counts again. "
            "Both stay in the history."
        )
        % {"count": formats.number(row.row_count)},
        verb=_("Undo the import"),
        back=reverse("import-batch", args=[row.pk]),
        act=lambda: undo_import(batch=row, by=signed_in(request)),
        done=_("The import is undone."),
    )


def _without_filters(table: Table[Any]) -> Table[Any]:
    return replace(table, filters=None)


def _template(form: TemplateForm) -> HttpResponse:
    said = form.cleaned_data
    period, unit = said["period"], said["unit"]
    units = [unit]
    if said["below"]:
        units += list(children(unit, period.end))
    indicators = list(
        said["indicators"] or Indicator.objects.filter(is_active=True).order_by("order", "name")
    )
    make = plans_template if said["content"] == BatchContent.PLANS else observations_template
    response = HttpResponse(make(indicators, units, period), content_type=XLSX)
    name = "ke-hoach" if said["content"] == BatchContent.PLANS else "so-lieu"
    response["Content-Disposition"] = f'attachment; filename="{name}-{unit.key}.xlsx"'
    return response
