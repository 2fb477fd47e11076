"""Codes, rounds, the reveal and the results of an edition."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.contests.actions import assign_codes, close_round, open_round, publish_results, reveal
from thidua.decisions.queries import public_prize_paper
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.workspace.contests.find import edition_with_rules
from thidua.web.workspace.contests.forms.entries import CloseForm
from thidua.web.workspace.contests.standing import shown_standing


@right_required(Right.KEEP_AWARDS)
def codes(request: HttpRequest, pk: int) -> HttpResponse:
    """Draw the codes."""
    edition = edition_with_rules(request, pk)
    return ask_first(
        request,
        question=_("Draw the codes of all entries?"),
        consequence=_("From then on no entry is taken any more. Codes are drawn by chance, once."),
        verb=_("Draw the codes"),
        back=reverse("contest-edition", args=[edition.pk]),
        act=lambda: assign_codes(rules=edition.rules, by=signed_in(request)),
        done=_("The codes are drawn. The jury sees the works without names."),
    )


@right_required(Right.KEEP_AWARDS)
def begin(request: HttpRequest, pk: int) -> HttpResponse:
    """Open the next round."""
    edition = edition_with_rules(request, pk)
    return ask_first(
        request,
        question=_("Open the next round?"),
        consequence=_("Its entries are fixed now. Criteria and rounds can be changed no more."),
        verb=pgettext("contest", "Open the round"),
        back=reverse("contest-edition", args=[edition.pk]),
        act=lambda: open_round(edition=edition, by=signed_in(request)),
        done=_("The round is open: jurors can give their marks."),
    )


@right_required(Right.KEEP_AWARDS)
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Close the open round."""
    edition = edition_with_rules(request, pk)
    form = CloseForm(request.POST or None)
    return ask_first(
        request,
        question=_("Close the round?"),
        consequence=_("Marks stand from then on. Marks that were not handed in do not count."),
        verb=_("Close the round"),
        back=reverse("contest-edition", args=[edition.pk]),
        act=lambda: close_round(edition=edition, reason=form.cleaned_data["reason"], by=signed_in(request)),
        done=_("The round is closed."),
        form=form,
    )


@right_required(Right.KEEP_AWARDS)
@require_safe
def standing(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Show how the entries of a closed round stand, by code."""
    edition = edition_with_rules(request, pk)
    current = edition.rounds.filter(ordinal=number, closed_at__isnull=False).first()
    if current is None:
        raise Http404
    context = {
        "edition": edition,
        "rules": edition.rules,
        "round": current,
        "criteria": list(edition.criteria.order_by("ordinal")),
        "categories": shown_standing(current),
    }
    return render(request, "contests/standing.html", context)


@right_required(Right.KEEP_AWARDS)
def open_codes(request: HttpRequest, pk: int) -> HttpResponse:
    """Open the codes."""
    edition = edition_with_rules(request, pk)
    return ask_first(
        request,
        question=_("Open the codes?"),
        consequence=_("Names then stand beside the codes. The log keeps who did it and when."),
        verb=_("Open the codes"),
        back=reverse("contest-edition", args=[edition.pk]),
        act=lambda: reveal(edition=edition, by=signed_in(request)),
        done=_("The codes are open."),
    )


@right_required(Right.KEEP_AWARDS)
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish the results."""
    edition = edition_with_rules(request, pk)
    consequence = _(
        "The winners by the jury's places become the results of the edition, and everybody sees them."
    )
    if public_prize_paper(edition) is None:
        undecided = _(
            "The decision on the prizes is not signed yet: until it is, the public page says that this is the result "
            "of the jury without a decision."
        )
        consequence = f"{consequence} {undecided}"
    return ask_first(
        request,
        question=_("Publish the results?"),
        consequence=consequence,
        verb=_("Publish the results"),
        back=reverse("contest-edition", args=[edition.pk]),
        act=lambda: publish_results(edition=edition, version=edition.version, by=signed_in(request)),
        done=_("The results are published."),
    )
