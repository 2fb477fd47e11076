"""A juror's desk."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.accounts.rights import Right
from thidua.contests.access import juries_of, sees_whose_entries_are
from thidua.contests.actions import declare_no_other_conflict, hand_in_marks, settle_tie
from thidua.contests.enums import TieSettling
from thidua.contests.models import Juror
from thidua.contests.queries.desk import desk_of
from thidua.contests.queries.rounds import final_round_of
from thidua.contests.queries.stages import stage_of
from thidua.contests.queries.standings import standings_of
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.workspace.contests.find import own_jury
from thidua.web.workspace.contests.forms.marking import TieForm
from thidua.web.workspace.contests.states import stage_tag


@right_required(Right.JUDGE)
@require_safe
def juries(request: HttpRequest) -> HttpResponse:
    """Show the juries that the person sits on."""
    user = signed_in(request)
    seats = juries_of(user).select_related("edition__competition__organiser", "edition__rules")
    rows = [
        {"edition": seat.edition, "tag": stage_tag(stage_of(seat.edition))}
        for seat in seats.prefetch_related("edition__rounds")
        if not sees_whose_entries_are(user, seat.edition)
    ]
    return render(request, "contests/juries.html", {"rows": rows})


@right_required(Right.JUDGE)
@require_safe
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the works on the juror's desk."""
    juror = own_jury(request, pk)
    context = {"juror": juror, "edition": juror.edition, "desk": desk_of(juror), "ties": _ties(juror)}
    return render(request, "contests/desk.html", context)


@right_required(Right.JUDGE)
@require_POST
def no_conflict(request: HttpRequest, pk: int) -> HttpResponse:
    """Declare that there is no other conflict."""
    juror = own_jury(request, pk)
    declare_no_other_conflict(edition=juror.edition, by=signed_in(request))
    messages.success(request, _("Thank you. You can now give your marks."))
    return redirect("jury-desk", pk)


@right_required(Right.JUDGE)
def hand_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand in the marks of the round."""
    juror = own_jury(request, pk)
    return ask_first(
        request,
        question=_("Hand in your marks of this round?"),
        consequence=_("They stay as they are from then on. After that you see the marks of the others."),
        verb=_("Hand in the marks"),
        back=reverse("jury-desk", args=[pk]),
        act=lambda: hand_in_marks(edition=juror.edition, by=signed_in(request)),
        done=_("Your marks are handed in."),
    )


@right_required(Right.JUDGE)
def tie(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the chair put works with equal totals in order."""
    juror = own_jury(request, pk)
    ties = _ties(juror)
    if not ties:
        return redirect("jury-desk", pk)
    form = TieForm(request.POST or None, initial={"order": ", ".join(ties[0])})
    if request.method == "POST" and form.accepted(
        lambda: settle_tie(
            edition=juror.edition,
            order=[one.strip().upper() for one in form.cleaned_data["order"].split(",") if one.strip()],
            reason=form.cleaned_data["reason"],
            by=signed_in(request),
        )
    ):
        messages.success(request, _("The order is recorded."))
        return redirect("jury-desk", pk)
    return render(request, "contests/tie.html", {"form": form, "edition": juror.edition, "ties": ties})


def _ties(juror: Juror) -> list[tuple[str, ...]]:
    """Return the ties that wait for the chair, while the codes are closed."""
    rules = juror.edition.rules
    if not juror.is_chair or rules.tie_rule != TieSettling.CHAIR or rules.revealed_at is not None:
        return []
    final = final_round_of(juror.edition)
    return [] if final is None else [tied for one in standings_of(final) for tied in one.unsettled]
