"""Exchange, reissue, correction, cancelling and recall: the page says what follows before it is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.decisions.actions import (
    cancel_award,
    correct_certificate,
    exchange_certificate,
    reissue_certificate,
)
from thidua.decisions.actions import record_recall as record_taken_back
from thidua.decisions.models import Certificate
from thidua.registry.enums import AwardStatus
from thidua.registry.queries import Dependant, dependants_of
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.forms import Form
from thidua.web.workspace.certificates.find import certificate_for
from thidua.web.workspace.certificates.forms.replacing import (
    CancelForm,
    CorrectForm,
    ExchangeForm,
    RecallForm,
    ReissueForm,
)


@dataclass(frozen=True)
class Step:
    """One thing to do with a certificate: the words of its page, and what comes of it."""

    heading: str
    verb: str
    done: str
    consequences: tuple[str, ...]
    is_grave: bool = False


@right_required(Right.ISSUE_CERTIFICATES)
def exchange(request: HttpRequest, code: str) -> HttpResponse:
    """Exchange a damaged or misprinted certificate."""
    row = certificate_for(request, code, Right.ISSUE_CERTIFICATES)
    form = ExchangeForm(request.POST or None, initial=_today())
    step = Step(
        _("Exchange the certificate of %(name)s"),
        _("Exchange"),
        _("A new certificate is there. Print it and hand it over; the old code no longer counts."),
        (
            _("The damaged certificate is collected. Its code answers “replaced by another” from now on."),
            _("A new certificate with a code of its own and the same words is made, to be printed."),
            _("The award, its decision and the golden-book number stay as they are."),
        ),
    )
    return _asked(
        request,
        row,
        form,
        step,
        lambda: exchange_certificate(certificate=row, by=signed_in(request), **form.answers()),
    )


@right_required(Right.ISSUE_CERTIFICATES)
def reissue(request: HttpRequest, code: str) -> HttpResponse:
    """Issue a lost certificate again."""
    row = certificate_for(request, code, Right.ISSUE_CERTIFICATES)
    form = ReissueForm(request.POST or None, initial=_today())
    step = Step(
        _("Issue the certificate of %(name)s again"),
        _("Issue again"),
        _("A new certificate is there. Print it and hand it over; the old code no longer counts."),
        (
            _("The lost certificate no longer counts. Whoever finds it and checks its code is told so."),
            _("A new certificate with a code of its own and the same words is made, to be printed."),
            _("The award, its decision and the golden-book number stay as they are."),
        ),
    )
    return _asked(
        request,
        row,
        form,
        step,
        lambda: reissue_certificate(certificate=row, by=signed_in(request), **form.answers()),
    )


@right_required(Right.PROPOSE)
def correct(request: HttpRequest, code: str) -> HttpResponse:
    """Correct the words of a certificate by a paper."""
    row = certificate_for(request, code, Right.PROPOSE)
    form = CorrectForm(request.POST or None, initial=row.words | _today())
    step = Step(
        _("Correct the certificate of %(name)s"),
        _("Correct the certificate"),
        _("A new certificate is there. Print it and hand it over; the old code no longer counts."),
        (
            _("The certificate with the wrong words is collected. Its code answers “corrected” from now on."),
            _("A new certificate with the right words and a code of its own is made, to be printed."),
            _("The register keeps what the decision says: correct the person there if the name is wrong."),
        ),
    )
    return _asked(
        request,
        row,
        form,
        step,
        lambda: correct_certificate(certificate=row, by=signed_in(request), **form.answers()),
    )


@right_required(Right.CANCEL_AWARD)
def cancel(request: HttpRequest, code: str) -> HttpResponse:
    """Cancel an award; tell first which awards rest on it."""
    row = certificate_for(request, code, Right.CANCEL_AWARD)
    award = row.line.award
    if award is not None and award.status != AwardStatus.ACTIVE:
        messages.success(request, _("This award is cancelled already. Nothing was changed."))
        return redirect("certificate", row.code)
    form = CancelForm(request.POST or None, initial=_today())
    step = Step(
        _("Cancel the award of %(name)s"),
        _("Cancel the award"),
        _("The award is cancelled. Everybody who checks the certificate is told so from now on."),
        (
            _("The award stays in the register as cancelled and no longer counts for later awards."),
            _("The certificate and the bonus are to be given back; the unit is told so."),
            _(
                "Nothing is deleted. It cannot be undone here: only another decision can grant the award again."
            ),
        ),
        is_grave=True,
    )
    resting = dependants_of(award) if award is not None else []
    return _asked(
        request,
        row,
        form,
        step,
        lambda: cancel_award(line=row.line, by=signed_in(request), **form.answers()),
        resting,
    )


@right_required(Right.ISSUE_CERTIFICATES)
def recall(request: HttpRequest, code: str) -> HttpResponse:
    """Record that the certificate of a cancelled award was taken back."""
    row = certificate_for(request, code, Right.ISSUE_CERTIFICATES)
    form = RecallForm(request.POST or None, initial=_today())
    step = Step(
        _("Take back the certificate of %(name)s"),
        _("Record that it was taken back"),
        _("It is recorded that the certificate was taken back."),
        (_("The certificate is in the office again. The award stays cancelled."),),
    )
    return _asked(
        request,
        row,
        form,
        step,
        lambda: record_taken_back(line=row.line, by=signed_in(request), **form.answers()),
    )


def _today() -> dict[str, Any]:
    return {"on": timezone.localdate()}


def _asked(
    request: HttpRequest,
    row: Certificate,
    form: Form,
    step: Step,
    act: Callable[[], object],
    resting: list[Dependant] | None = None,
) -> HttpResponse:
    """Show what follows and ask; carry `act` out on POST and lead to the certificate that counts now."""
    if request.method == "POST" and form.accepted(act):
        messages.success(request, step.done)
        leads_to = form.outcome.code if isinstance(form.outcome, Certificate) else row.code
        return redirect("certificate", leads_to)
    context = {
        "form": form,
        "certificate": row,
        "line": row.line,
        "step": step,
        "heading": step.heading % {"name": row.words["recipient"]},
        "resting": resting,
    }
    return render(request, "certificates/step.html", context)
