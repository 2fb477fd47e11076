"""The certificates of a decision: what is printed, and the printing in batches that can be taken up again."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.decisions.access import certificates_seen_by
from thidua.decisions.actions import make_certificates, start_certificates
from thidua.decisions.enums import BatchState
from thidua.decisions.models import Decision, PrintBatch, Printer
from thidua.decisions.queries import AwardProgress, batches_of, progress_of
from thidua.orgs.access import may
from thidua.support.documents.certificates.layout import papers
from thidua.support.documents.certificates.printing import PrintMode
from thidua.support.refusals import NotAllowed, Refused
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.kept_files import handed_out
from thidua.web.workspace.certificates.find import batch_for, decision_for, part_for
from thidua.web.workspace.certificates.forms.printing import ALL, MODES, REST, BatchForm
from thidua.web.workspace.certificates.tables import OF_DECISION

PAGES_IN_FILE = 200
SECONDS = 20.0  # of one answer; what is left is taken up with the next press


@right_required(Right.SEE_DOSSIERS)
@require_safe
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how far the certificates of a decision have got, the files made, and each certificate."""
    row, user = decision_for(request, pk), signed_in(request)
    rows = certificates_seen_by(user).filter(line__decision=row)
    listed = rows.select_related("line__decision", "line__award", "handing_over")
    progress = progress_of(row)
    issues = may(user, Right.ISSUE_CERTIFICATES, row.unit)
    context = {
        "decision": row,
        "progress": progress,
        "to_print": sum(one.to_print for one in progress),
        "to_give": sum(one.to_give for one in progress),
        "total": sum(one.total for one in progress),
        "may_issue": issues,
        "batches": batches_of(row) if issues else (),
        "names": {one.award_code: one.award_name for one in progress},
    }
    return OF_DECISION.respond(
        request, listed.order_by("line__ordinal", "-pk"), "certificates/decision.html", context
    )


@right_required(Right.ISSUE_CERTIFICATES)
def start(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for award, paper, way and printer; lay the batch out on POST and print as much as one answer may."""
    row, by = decision_for(request, pk, Right.ISSUE_CERTIFICATES), signed_in(request)
    progress = progress_of(row)
    printers = Printer.objects.filter(unit=row.unit)
    form = BatchForm(
        request.POST or None,
        progress=progress,
        printers=printers,
        initial=_as_last_time(row, progress, request),
    )
    if request.method == "POST" and form.accepted(lambda: _started(form, row, by)):
        return _printed(request, form.outcome)
    return render(request, "certificates/print.html", {"form": form, "decision": row, "progress": progress})


@right_required(Right.ISSUE_CERTIFICATES)
def batch(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how far a batch has got and its files; go on with it on POST."""
    row = batch_for(request, pk)
    if request.method == "POST":
        return _printed(request, row)
    return _batch_page(request, row, [])


@right_required(Right.ISSUE_CERTIFICATES)
@require_safe
def part_file(request: HttpRequest, pk: int) -> FileResponse:
    """Give the pages of a range to who prints them."""
    file = part_for(request, pk).file
    assert file is not None
    return handed_out(file)


def _as_last_time(
    row: Decision, progress: tuple[AwardProgress, ...], request: HttpRequest
) -> dict[str, object]:
    """Return what is most likely wanted: the award with most to print, and paper and printer of the last batch."""
    last = row.print_batches.order_by("-pk").first()
    earlier = last or PrintBatch.objects.filter(decision__unit=row.unit).order_by("-pk").first()
    waiting = next((one for one in progress if one.to_print), None)
    said: dict[str, object] = {
        "newest": last.pk if last else 0,
        "award": waiting.award_code if waiting else progress[0].award_code if progress else "",
        "which": REST if waiting else ALL,
        "paper": earlier.paper if earlier else next(iter(reversed(papers()))),
        "mode": earlier.mode if earlier else PrintMode.FULL.value,
    }
    if earlier and earlier.printer:
        printer = Printer.objects.filter(unit=row.unit, name=earlier.printer).first()
        said["printer"] = printer.pk if printer else ""
    return said


def _started(form: BatchForm, row: Decision, by: User) -> PrintBatch:
    said = form.cleaned_data
    return start_certificates(
        decision=row,
        award_code=said["award"],
        printer=form.printer_name(),
        only_unprinted=said["which"] == REST,
        seen=said["newest"],
        pages_in_part=PAGES_IN_FILE,
        by=by,
        **form.chosen(),
    )


def _printed(request: HttpRequest, row: PrintBatch) -> HttpResponse:
    """Print for a while, then show how far the batch has got."""
    try:
        row = make_certificates(batch=row, by=signed_in(request), seconds=SECONDS)
    except NotAllowed as refused:
        raise PermissionDenied(str(refused)) from refused
    except Refused as refused:
        return _batch_page(request, row, [str(said) for each in refused.faults.values() for said in each])
    if row.state == BatchState.DONE:
        messages.success(request, _("All pages are made. Open the file and print it."))
    return redirect("print-batch", row.pk)


def _batch_page(request: HttpRequest, row: PrintBatch, faults: list[str]) -> HttpResponse:
    parts = list(row.parts.select_related("file").order_by("first"))
    names = dict(
        row.decision.lines.filter(award_code=row.award_code).values_list("award_code", "award_name")[:1]
    )
    context = {
        "batch": row,
        "decision": row.decision,
        "parts": parts,
        "ready": sum(len(part.certificate_ids) for part in parts if part.file_id),
        "total": sum(len(part.certificate_ids) for part in parts),
        "is_done": row.state == BatchState.DONE,
        "award_name": names.get(row.award_code, ""),
        "paper_name": papers().get(row.paper, row.paper),
        "mode_name": dict(MODES).get(row.mode, row.mode),
        "faults": faults,
    }
    return render(request, "certificates/batch.html", context)
