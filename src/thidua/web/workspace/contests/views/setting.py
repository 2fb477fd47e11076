"""Rules, categories, criteria and rounds of an edition."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.contests.actions import correct_rules, open_for_entries, set_judging
from thidua.contests.models import EditionRules
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.typed import keeps_typed, typed_before
from thidua.web.workspace.contests.find import edition_with_rules, kept_edition
from thidua.web.workspace.contests.forms.setting import (
    JudgingForm,
    RulesForm,
    judging_as_typed,
    rules_as_typed,
)


@keeps_typed
@right_required(Right.KEEP_AWARDS)
def rules(request: HttpRequest, pk: int) -> HttpResponse:
    """Write the rules and categories of an edition, or correct them."""
    edition = kept_edition(request, pk)
    form = RulesForm(request.POST or None, initial=rules_as_typed(edition) | typed_before(request))

    def act() -> EditionRules:
        said = {
            "content": form.content(),
            "categories": form.cleaned_data["categories"],
            "by": signed_in(request),
        }
        if hasattr(edition, "rules"):
            return correct_rules(rules=edition.rules, version=form.cleaned_data["seen"] or 0, **said)
        return open_for_entries(edition=edition, **said)

    if request.method == "POST" and form.accepted(act):
        messages.success(request, _("Rules and categories are saved."))
        return redirect("contest-edition", edition.pk)
    return render(request, "contests/rules.html", {"form": form, "edition": edition})


@keeps_typed
@right_required(Right.KEEP_AWARDS)
def judging(request: HttpRequest, pk: int) -> HttpResponse:
    """Write criteria and rounds, and what becomes of equal totals."""
    edition = edition_with_rules(request, pk)
    form = JudgingForm(request.POST or None, initial=judging_as_typed(edition) | typed_before(request))
    if request.method == "POST" and form.accepted(
        lambda: set_judging(
            rules=edition.rules,
            content=form.content(),
            version=form.cleaned_data["seen"],
            by=signed_in(request),
        )
    ):
        messages.success(request, _("Criteria and rounds are saved."))
        return redirect("contest-edition", edition.pk)
    return render(request, "contests/judging.html", {"form": form, "edition": edition})
