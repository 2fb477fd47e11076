"""Taking a record of somebody's history out of the count, and concluding a pending matter."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from thidua.accounts.rights import Right
from thidua.registry.actions import conclude_matter
from thidua.web.shell.access import require_right, right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.shell.forms import DateField, Form, TextField
from thidua.web.workspace.records.kinds.history import MATTERS
from thidua.web.workspace.records.record_kind import RecordKind
from thidua.web.workspace.records.views.page import seen_or_404


class CancelForm(Form):
    """Why a record does not count any more."""

    reason = TextField(
        label=gettext_lazy("Why is it cancelled?"),
        help_text=gettext_lazy(
            "For example: entered for the wrong person. The reason stays with the record."
        ),
        rows=3,
        max_length=1000,
    )


class ConcludeForm(Form):
    """When and how a matter ended."""

    concluded_on = DateField(label=gettext_lazy("Day of the conclusion"))
    conclusion = TextField(
        label=gettext_lazy("Conclusion"),
        help_text=gettext_lazy(
            "For example: no violation, conclusion 12/KL-TTr. From that day nominations go on."
        ),
        rows=3,
        max_length=1000,
    )


@right_required(Right.SEE_RECORDS)
@require_http_methods(["GET", "POST"])
def cancel_record(request: HttpRequest, kind: RecordKind, pk: int) -> HttpResponse:
    """Ask for the reason, then take the record out of the count; it stays readable."""
    user = signed_in(request)
    row = seen_or_404(kind, user, pk)
    require_right(request, kind.right, unit=kind.unit_of(row))
    cancelling = kind.cancelling
    assert cancelling is not None
    form = CancelForm(request.POST or None)
    return ask_first(
        request,
        question=str(kind.words.remove),
        consequence=_("“%(title)s” no longer counts. It stays readable with its reason; nothing is deleted.")
        % {"title": kind.title(row)},
        verb=_("Cancel the record"),
        back=kind.url("page", pk),
        act=lambda: cancelling.act(row, reason=form.cleaned_data["reason"], by=user),
        done=_("The record has been cancelled. It stays readable with its reason."),
        form=form,
    )


@right_required(Right.SEE_RECORDS)
@require_http_methods(["GET", "POST"])
def conclude(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for day and words of the conclusion, then let nominations go on."""
    user = signed_in(request)
    row = seen_or_404(MATTERS, user, pk)
    require_right(request, MATTERS.right, unit=row.kept_by)
    form = ConcludeForm(request.POST or None, initial={"concluded_on": timezone.localdate()})
    return ask_first(
        request,
        question=_("Conclude this matter?"),
        consequence=_("“%(title)s” suspends nothing from the day of its conclusion on.") % {"title": row},
        verb=_("Conclude the matter"),
        back=reverse("matters-page", args=[pk]),
        act=lambda: conclude_matter(matter=row, by=user, **form.cleaned_data),
        done=_("The matter is concluded."),
        form=form,
    )
