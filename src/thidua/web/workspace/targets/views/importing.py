"""Importing figures and plans: upload, preview with a verdict for each row, confirm, undo; empty tables to fill in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from thidua.accounts.rights import Right
from thidua.orgs.access import units_where
from thidua.orgs.models import Unit
from thidua.orgs.queries import units_as_of
from thidua.targets import access
from thidua.targets.actions import import_observations, import_plans, undo_import
from thidua.targets.enums import BatchState
from thidua.targets.importing import waiting
from thidua.targets.importing.observations import preview_observations
from thidua.targets.importing.plans import preview_plans
from thidua.targets.importing.template import observations_template, plans_template
from thidua.targets.importing.verdicts import Preview, Verdict
from thidua.targets.models import ImportBatch, Indicator
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.workspace.targets.forms.importing import ConfirmForm, TemplateForm, UploadForm
from thidua.web.workspace.targets.forms.round import GROUPS
from thidua.web.workspace.targets.states import batch_tag, verdict_tag
from thidua.web.workspace.targets.tables.figures import BATCHES

MOST_SHOWN = 200
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Kind:
    """What a table brings: how it is judged, kept and asked for."""

    name: str  # of its address
    title: Promise
    preview: Callable[..., Preview]
    act: Callable[..., ImportBatch]
    template: Callable[..., bytes]
    back: str


KINDS = {
    "so-lieu": Kind(
        "so-lieu",
        gettext_lazy("Import figures"),
        preview_observations,
        import_observations,
        observations_template,
        "figures",
    ),
    "ke-hoach": Kind(
        "ke-hoach", gettext_lazy("Import plans"), preview_plans, import_plans, plans_template, "plans"
    ),
}


@right_required(Right.IMPORT_FIGURES)
def upload(request: HttpRequest, kind: str) -> HttpResponse:
    """Take a table and show what its import would do; nothing is kept."""
    known = KINDS[kind]
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        data: bytes = file.read()
        preview = known.preview(data, file.name, signed_in(request))
        return _show(request, known, preview, waiting.keep(data, signed_in(request)))
    context = {"form": form, "kind": known, "template_form": TemplateForm(initial={"don_vi": ["communes"]})}
    return render(request, "targets/import.html", context)


@right_required(Right.IMPORT_FIGURES)
def confirm(request: HttpRequest, kind: str) -> HttpResponse:
    """Keep the table that was previewed, all of it or nothing."""
    known = KINDS[kind]
    form = ConfirmForm(request.POST)
    if request.method != "POST" or not form.is_valid():
        return redirect("import-table", kind)
    said, user = form.cleaned_data, signed_in(request)
    data = waiting.take(said["token"], user)
    if data is None:
        messages.warning(request, _("The file is no longer here. Choose it again."))
        return redirect("import-table", kind)
    preview = known.preview(data, said["name"], user)
    if preview.questions and not said["looked"]:
        form.add_error("looked", _("Look at the unusual values first, then tick this."))
        return _show(request, known, preview, said["token"], form)
    if form.accepted(
        lambda: known.act(data=data, file_name=said["name"], by=user, expected=said["fingerprint"])
    ):
        count = form.outcome.row_count
        done = ngettext("%(count)s row imported.", "%(count)s rows imported.", count) % {"count": count}
        messages.success(request, done)
        return redirect("import", form.outcome.pk)
    return _show(request, known, preview, said["token"], form)


def _show(
    request: HttpRequest, kind: Kind, preview: Preview, token: str, form: ConfirmForm | None = None
) -> HttpResponse:
    said = {"token": token, "name": preview.file_name, "fingerprint": preview.fingerprint}
    fresh = ConfirmForm(initial=said)
    # What stops the import first, then what is to be looked at, then what changes.
    rows = sorted(
        preview.rows,
        key=lambda row: (
            row.verdict is not Verdict.REFUSED,
            not row.questions,
            row.verdict is Verdict.SAME,
            row.number,
        ),
    )
    context = {
        "kind": kind,
        "preview": preview,
        "counts": [
            (verdict_tag(verdict), preview.count(verdict)) for verdict in Verdict if preview.count(verdict)
        ],
        "rows": [(row, verdict_tag(row.verdict)) for row in rows if row.verdict is not Verdict.BLANK][
            :MOST_SHOWN
        ],
        "hidden": max(0, len(preview.rows) - preview.count(Verdict.BLANK) - MOST_SHOWN),
        "form": form,
        "fields": fresh,
        "has_faults": bool(preview.faults or preview.refused),
    }
    return render(request, "targets/import_preview.html", context)


@right_required(Right.IMPORT_FIGURES)
def template(request: HttpRequest, kind: str) -> HttpResponse:
    """Hand out an empty table with indicators and units already in it."""
    known = KINDS[kind]
    form = TemplateForm(request.GET)
    if not form.is_valid():
        return render(
            request, "targets/import.html", {"form": UploadForm(), "kind": known, "template_form": form}
        )
    period = form.cleaned_data["ky"]
    units = _units(request, form)
    indicators = list(Indicator.objects.filter(is_active=True))
    response = HttpResponse(known.template(indicators, units, period), content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="mau-{kind}.xlsx"'
    return response


def _units(request: HttpRequest, form: TemplateForm) -> list[Unit]:
    reached = units_where(signed_in(request), Right.IMPORT_FIGURES).order_by().values("pk")
    existing = units_as_of(form.cleaned_data["ky"].end).filter(pk__in=reached)
    found = [unit for key in form.cleaned_data["don_vi"] for unit in existing.filter(**GROUPS[key][1])]
    return list(dict.fromkeys(found))


@right_required(Right.IMPORT_FIGURES)
def imports(request: HttpRequest) -> HttpResponseBase:
    """List what was imported."""
    return BATCHES.respond(request, ImportBatch.objects.select_related("imported_by"), "targets/imports.html")


@right_required(Right.IMPORT_FIGURES)
def batch(request: HttpRequest, pk: int) -> HttpResponse:
    """Tell what one import brought."""
    row = get_object_or_404(ImportBatch.objects.select_related("imported_by", "undone_by"), pk=pk)
    may_undo = access.may_undo(signed_in(request), row, timezone.localdate())
    if not may_undo:
        raise PermissionDenied(_("Only officers who may import for all its units see an import."))
    observations = row.observations.select_related("indicator", "unit").order_by("pk")
    plans = row.plans.select_related("indicator", "unit").order_by("pk")
    context = {
        "batch": row,
        "tag": batch_tag(row.state),
        "is_applied": row.state == BatchState.APPLIED,
        "observations": observations[:MOST_SHOWN],
        "plans": plans[:MOST_SHOWN],
        "hidden": max(0, row.row_count - MOST_SHOWN),
    }
    return render(request, "targets/import_batch.html", context)


@right_required(Right.IMPORT_FIGURES)
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an import back as a whole."""
    row = get_object_or_404(ImportBatch, pk=pk)
    if row.state == BatchState.UNDONE:
        raise Http404
    return ask_first(
        request,
        question=_("Undo the import of “%(file)s”?") % {"file": row.file_name},
        consequence=_("What it brought no longer counts, and what it replaced counts again."),
        verb=_("Undo the import"),
        back=reverse("import", args=[pk]),
        act=lambda: undo_import(batch=row, by=signed_in(request)),
        done=_("The import is undone."),
    )
