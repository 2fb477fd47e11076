"""Who is nominated: the list, one nominee after the other, one question to a page."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from thidua.accounts.rights import Right
from thidua.core.workflow.dossier import DRAFT, RETURNED
from thidua.nominations.actions import add_nomination, edit_nomination, remove_nomination, withdraw_nomination
from thidua.nominations.content import NomineeLine
from thidua.nominations.enums import Outcome
from thidua.nominations.models import Nomination
from thidua.nominations.queries.fairness import shares_of
from thidua.nominations.queries.missing import missing_parts
from thidua.registry.enums import CommendationType
from thidua.registry.queries import history_of
from thidua.support.edits import EditedMeanwhile
from thidua.support.refusals import Sentence
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.shell.lookups.fields import only_looks_up, without_faults
from thidua.web.shell.shares import shares_told
from thidua.web.shell.typed import keeps_typed, typed_before
from thidua.web.workspace.nominations import parts
from thidua.web.workspace.nominations.asked import AskedNominee, asked_nominee
from thidua.web.workspace.nominations.faults import faults_asked
from thidua.web.workspace.nominations.find import nomination_or_404, posted, written_dossier
from thidua.web.workspace.nominations.forms import nominee as forms
from thidua.web.workspace.nominations.forms.sending import ReasonForm
from thidua.web.workspace.nominations.names import award_names
from thidua.web.workspace.nominations.tasks import first_question

_FORMS: Final[dict[str, tuple[type[forms.QuestionForm], Promise]]] = {
    parts.WHO: (forms.WhoForm, gettext_lazy("Kind and name")),
    parts.LINK: (forms.LinkForm, gettext_lazy("Place in the register")),
    parts.AWARD: (forms.AwardForm, gettext_lazy("Title or form of commendation")),
    parts.PLACE: (forms.PlaceForm, gettext_lazy("Post, unit and address")),
    parts.DEED: (forms.DeedForm, gettext_lazy("Achievement in one line")),
    parts.REPORT: (forms.ReportForm, gettext_lazy("Achievement report")),
}

LONG_FAULT: Final = 600  # characters of a fault that is still read in one breath


@right_required(Right.NOMINATE)
@require_safe
def listing(request: HttpRequest, code: str) -> HttpResponse:
    """Show who is nominated, what each still lacks, and the shares of the list."""
    row = written_dossier(request, code)
    lacks = missing_parts(row)
    rows = list(row.nominations.exclude(outcome=Outcome.WITHDRAWN))
    names = award_names(rows)
    told = [
        {
            "nominee": one,
            "award": names[one.award_code],
            "lacks": [lack.text for lack in lacks if lack.nomination == one.pk and lack.blocks],
            "url": reverse("nominee-question", args=[code, one.pk, first_question(lacks, one.pk)]),
        }
        for one in rows
    ]
    context = {
        "dossier": row,
        "rows": told,
        "shares": shares_told(shares_of(row.nominations.all(), row.counting_year)) if rows else [],
        "removes": row.state == DRAFT and row.received_on is None,
    }
    return render(request, "nominations/nominees.html", context)


@keeps_typed
@right_required(Right.NOMINATE)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, code: str) -> HttpResponse:
    """Nominate one more."""
    row = written_dossier(request, code)
    kind = row.route if row.route in CommendationType.values else ""
    asked = asked_nominee(request, signed_in(request))
    initial = {"commendation_type": kind, **_said_of(asked)}
    form = forms.NewNomineeForm(posted(request), initial=initial | typed_before(request))
    if request.method == "POST" and form.accepted(
        lambda: add_nomination(
            dossier=row, line=_linked(form.line(row.counting_year), asked), by=signed_in(request)
        )
    ):
        messages.success(
            request,
            _("%(name)s is nominated. The next questions are about them.")
            % {"name": form.outcome.recipient_name},
        )
        return redirect("nominee-question", code, form.outcome.pk, parts.LINK)
    return render(request, "nominations/new_nominee.html", {"form": form, "dossier": row})


def _said_of(asked: AskedNominee) -> dict[str, str]:
    """Return what an address says of the nominee, as the form shows it."""
    if not asked.kind:
        return {}
    return {"recipient_kind": asked.kind, "recipient_name": asked.name, "award_code": asked.award}


def _linked(line: NomineeLine, asked: AskedNominee) -> NomineeLine:
    """Return the line with its place in the register, as long as it is the one whom the address names."""
    if (line.kind, line.name) != (asked.kind, asked.name):
        return line
    return replace(line, person=asked.person, unit=asked.unit)


@keeps_typed
@right_required(Right.NOMINATE)
@require_http_methods(["GET", "POST"])
def question(request: HttpRequest, code: str, pk: int, part: str) -> HttpResponse:
    """Ask one question about a nominee; keep the answer and go on to the next."""
    if part not in _FORMS:
        raise Http404
    dossier = written_dossier(request, code)
    row = nomination_or_404(dossier, pk)
    kind, title = _FORMS[part]
    form = kind(posted(request), row=row, user=signed_in(request), typed=typed_before(request))
    if only_looks_up(request):
        without_faults(form)
    elif request.method == "POST" and form.accepted(lambda: _written(request, row, form)):
        messages.success(request, _("Kept. The dossier is not sent yet."))
        return redirect(_after(request, code, row, part, returned=dossier.state == RETURNED))
    place = parts.QUESTIONS.index(part)
    context = {
        "form": form,
        "fields": [field for field in form if not field.is_hidden],
        "dossier": dossier,
        "nominee": row,
        "title": title,
        "part": part,
        "number": place + 1,
        "count": len(parts.QUESTIONS) + 1,
        "back": _before(code, row, place),
        "history": _history(row) if part == parts.REPORT else None,
        "looks_up": part == parts.LINK,
        "is_linked": bool(row.person_id or row.unit_id or row.household_id),
        "faults": faults_asked(dossier, [name for name, of in parts.FIELDS.items() if of == part], row),
    }
    return render(request, "nominations/question.html", context)


def _written(request: HttpRequest, row: Nomination, form: forms.QuestionForm) -> Nomination:
    """Write the answer. Where somebody else wrote a long text meanwhile, theirs is shown below and not in the fault."""
    try:
        return edit_nomination(
            nomination=row,
            line=form.changed(NomineeLine.of(row)),
            version=form.cleaned_data["seen"],
            by=signed_in(request),
        )
    except EditedMeanwhile as said:
        told = said.faults.get("report", [])
        if sum(len(str(one)) for one in told) <= LONG_FAULT:
            raise
        form.theirs = row.report
        short: Sentence = _(
            "Somebody else has saved this meanwhile. Their text stands below. Save again to keep yours."
        )
        raise EditedMeanwhile({**said.faults, "report": [short]}, said.version) from said


@right_required(Right.NOMINATE)
@require_http_methods(["GET", "POST"])
def remove(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Take a nominee out of a draft, or withdraw one whom the office has seen."""
    dossier = written_dossier(request, code)
    row = nomination_or_404(dossier, pk)
    seen = dossier.state != DRAFT or dossier.received_on is not None
    form = ReasonForm(posted(request)) if seen else None

    def act() -> object:
        if form is None:
            return remove_nomination(nomination=row, by=signed_in(request))
        return withdraw_nomination(nomination=row, reason=form.cleaned_data["reason"], by=signed_in(request))

    return ask_first(
        request,
        question=_("Take %(name)s out of the dossier?") % {"name": row.recipient_name},
        consequence=_("The others stay as they are."),
        verb=_("Take out of the dossier"),
        back=reverse("dossier-nominees", args=[code]),
        act=act,
        done=_("%(name)s is no longer nominated in this dossier.") % {"name": row.recipient_name},
        form=form,
    )


def _after(request: HttpRequest, code: str, row: Nomination, part: str, *, returned: bool) -> str:
    if returned:
        return reverse("my-dossier", args=[code])
    if request.POST.get("lam") == "thoat":
        return reverse("dossier-nominees", args=[code])
    place = parts.QUESTIONS.index(part) + 1
    if place < len(parts.QUESTIONS):
        return reverse("nominee-question", args=[code, row.pk, parts.QUESTIONS[place]])
    return reverse("nominee-papers", args=[code, row.pk])


def _before(code: str, row: Nomination, place: int) -> str:
    if place == 0:
        return reverse("dossier-nominees", args=[code])
    return reverse("nominee-question", args=[code, row.pk, parts.QUESTIONS[place - 1]])


def _history(row: Nomination) -> object:
    recipient = row.person or row.unit or row.household
    return history_of(recipient) if recipient is not None else None
