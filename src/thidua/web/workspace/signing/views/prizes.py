"""From the results of a contest to a submission letter."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.contests.enums import EditionStage
from thidua.contests.models import Edition
from thidua.contests.queries.proposed import proposed_results
from thidua.contests.queries.stages import stage_of
from thidua.decisions.access import nothing_here
from thidua.decisions.actions import propose_prizes
from thidua.decisions.models import Submission
from thidua.orgs.models import Unit
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.signing.earlier import prize_letter_as_before
from thidua.web.workspace.signing.find import edition_to_propose, office_of
from thidua.web.workspace.signing.forms.proposing import LetterForm


@right_required(Right.PROPOSE)
def propose(request: HttpRequest, edition: int) -> HttpResponse:
    """Show the winners by the jury's places, write the letter, propose on POST."""
    row = edition_to_propose(request, edition)
    by = signed_in(request)
    unit = office_of(by, Right.PROPOSE)
    if unit is None:
        raise nothing_here()
    form = LetterForm(request.POST or None, initial=prize_letter_as_before(by, unit))
    if request.method == "POST" and form.accepted(lambda: _proposed(form, row, unit, by)):
        said = _("The submission letter %(number)s is made. Draft the decision next.")
        messages.success(request, said % {"number": form.outcome.full_number})
        return redirect("submission", form.outcome.pk)
    context = {
        "form": form,
        "edition": row,
        "unit": unit,
        "winners": proposed_results(row),
        "is_public": stage_of(row) == EditionStage.PUBLISHED,
    }
    return render(request, "signing/propose_prizes.html", context)


def _proposed(form: LetterForm, edition: Edition, unit: Unit, by: User) -> Submission:
    return propose_prizes(edition=edition, unit=unit, by=by, **form.cleaned_data)
