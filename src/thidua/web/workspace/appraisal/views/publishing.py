"""The public consultation: opening, taking down, moderating, replying, closing."""

from __future__ import annotations

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thidua.accounts.rights import Right
from thidua.core.vietnamese.dates import format_date
from thidua.nominations.actions import (
    answer_opinion,
    close_public_consultation,
    moderate_opinion,
    open_public_consultation,
    record_opinion,
)
from thidua.nominations.models import Opinion
from thidua.nominations.queries import evidence_sheet, plan_publicity
from thidua.support.files.kinds import DOCX
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.shell.kept_files import handed_out
from thidua.web.shell.photos import photo_file
from thidua.web.shell.tables import FORMAT
from thidua.web.workspace.appraisal.evidence_document import evidence_document, facts_of, opinions_of
from thidua.web.workspace.appraisal.find import dossier_or_404, posted
from thidua.web.workspace.appraisal.forms.consultation import (
    ModerationForm,
    OpenForm,
    OpinionForm,
    ReplyForm,
    SummaryForm,
)
from thidua.web.workspace.appraisal.views.framing import framed


@right_required(Right.APPRAISE, Right.CONSULT)
@require_safe
def page(request: HttpRequest, code: str) -> HttpResponse:
    """Show the consultations of the dossier with their opinions."""
    row = dossier_or_404(request, code)
    context = framed(request, row, "appraisal-public")
    found = row.public_consultations.select_related("opened_by", "dossier").order_by("-pk")
    context["sheets"] = [
        (evidence_sheet(one), list(one.opinions.select_related("nomination"))) for one in found
    ]
    return render(request, "appraisal/public.html", context)


@right_required(Right.CONSULT)
@require_http_methods(["GET", "POST"])
def open_it(request: HttpRequest, code: str) -> HttpResponse:
    """Say until when it would run, then open it."""
    row = dossier_or_404(request, code)
    plan = plan_publicity(row, timezone.localdate())
    form = OpenForm(posted(request))
    until = _("The nominees are open to comments until %(day)s.") % {"day": format_date(plan.closes_on)}
    return ask_first(
        request,
        question=_("Ask the public about the nominees of %(code)s?") % {"code": code},
        consequence=f"{until} {plan.grounds}".strip(),
        verb=_("Open the consultation"),
        back=reverse("appraisal-public", args=[code]),
        act=lambda: open_public_consultation(
            dossier=row, by=signed_in(request), where=form.cleaned_data["where"]
        ),
        done=_("The consultation is open."),
        form=form,
    )


@right_required(Right.APPRAISE, Right.CONSULT)
@require_safe
def sheet(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Show the evidence sheet of one consultation, or hand it out as a Word document for the dossier."""
    dossier = dossier_or_404(request, code)
    row = get_object_or_404(dossier.public_consultations.select_related("dossier__unit"), pk=pk)
    found = evidence_sheet(row)
    if request.GET.get(FORMAT) == "docx":
        answer = HttpResponse(evidence_document(found), content_type=DOCX.content_type)
        answer["Content-Disposition"] = f'attachment; filename="phieu-lay-y-kien-{dossier.code}.docx"'
        return answer
    context = {"dossier": dossier, "sheet": found, "facts": facts_of(found), "opinions": opinions_of(found)}
    return render(request, "appraisal/sheet.html", context)


@right_required(Right.CONSULT)
@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Ask what came of it, then close it."""
    dossier = dossier_or_404(request, code)
    row = get_object_or_404(dossier.public_consultations.select_related("dossier"), pk=pk)
    form = SummaryForm(posted(request))
    return ask_first(
        request,
        question=_("Close the public consultation?"),
        consequence=_("Every opinion must have been moderated and answered."),
        verb=_("Close the consultation"),
        back=reverse("appraisal-public", args=[code]),
        act=lambda: close_public_consultation(
            consultation=row, summary=form.cleaned_data["summary"], by=signed_in(request)
        ),
        done=_("The consultation is closed."),
        form=form,
    )


@right_required(Right.CONSULT)
@require_http_methods(["GET", "POST"])
def take_down(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Take down an opinion that came by letter or telephone."""
    dossier = dossier_or_404(request, code)
    row = get_object_or_404(dossier.public_consultations.all(), pk=pk)
    form = OpinionForm(posted(request), dossier=dossier)
    if request.method == "POST" and form.accepted(
        lambda: record_opinion(consultation=row, by=signed_in(request), **form.cleaned_data)
    ):
        messages.success(request, _("The opinion is recorded."))
        return redirect("appraisal-public", code)
    context = {"form": form, "dossier": dossier, "title": _("Record an opinion"), "verb": _("Record it")}
    return render(request, "appraisal/short_form.html", context)


@right_required(Right.CONSULT)
@require_http_methods(["GET", "POST"])
def moderate(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Publish an opinion or keep it back."""
    row = _opinion(request, code, pk)
    form = ModerationForm(posted(request))
    if request.method == "POST" and form.accepted(
        lambda: moderate_opinion(
            opinion=row,
            publish=form.cleaned_data["publish"] == "yes",
            reason=form.cleaned_data["reason"],
            by=signed_in(request),
        )
    ):
        messages.success(request, _("The opinion is moderated."))
        return redirect("appraisal-public", code)
    context = {"form": form, "dossier": row.consultation.dossier, "lead": row.text}
    context |= {"title": _("Moderate an opinion"), "verb": _("Save")}
    return render(request, "appraisal/short_form.html", context)


@right_required(Right.CONSULT)
@require_http_methods(["GET", "POST"])
def reply(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Record what the office answers the sender."""
    row = _opinion(request, code, pk)
    form = ReplyForm(posted(request))
    if request.method == "POST" and form.accepted(
        lambda: answer_opinion(opinion=row, answer=form.cleaned_data["answer"], by=signed_in(request))
    ):
        messages.success(request, _("The answer is recorded."))
        return redirect("appraisal-public", code)
    context = {"form": form, "dossier": row.consultation.dossier, "lead": row.text}
    context |= {"title": _("Answer an opinion"), "verb": _("Record the answer")}
    return render(request, "appraisal/short_form.html", context)


@right_required(Right.APPRAISE, Right.CONSULT)
@require_safe
def opinion_file(request: HttpRequest, code: str, pk: int) -> FileResponse:
    """Hand out the photo or the PDF that came with an opinion; the public never sees it."""
    row = _opinion(request, code, pk)
    if row.photo is not None:
        return photo_file(row.photo, "large", public=False)
    if row.file is None:
        raise Http404
    return handed_out(row.file)


def _opinion(request: HttpRequest, code: str, pk: int) -> Opinion:
    dossier = dossier_or_404(request, code)
    rows = Opinion.objects.filter(consultation__dossier=dossier)
    return get_object_or_404(rows.select_related("consultation__dossier", "photo", "file"), pk=pk)
