"""Paper ballots: two tellers, who gets one, and what each teller counted without seeing the other's count."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.council.access import may_keep, members_for, nothing_here, require_keeping
from thidua.council.actions import Counted, issue_paper_ballots, key_paper_count, name_tellers
from thidua.council.enums import SessionState
from thidua.council.models import CouncilMember
from thidua.council.queries import paper_items
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.council.find import item_of, session_for
from thidua.web.workspace.council.forms.conduct import CountForm, IssueForm, TellersForm


@right_required(Right.VOTE, Right.KEEP_COUNCIL)
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show tellers, ballots handed out and counts; the secretary names the one and hands out the other."""
    session, user = session_for(request, pk), signed_in(request)
    keeps = may_keep(user, session.unit)
    is_teller = user.pk in (session.first_teller_id, session.second_teller_id)
    if not keeps and not is_teller:
        raise nothing_here()
    task = request.POST.get("lam", "") if request.method == "POST" else ""
    if task:
        require_keeping(user, session.unit)
    accounts = User.objects.filter(
        pk__in={user.pk, *members_for(session).values_list("user", flat=True)}
    ).order_by("full_name", "pk")
    tellers = TellersForm(
        request.POST if task == "to-kiem-phieu" else None,
        members=accounts,
        initial={"first": session.first_teller_id, "second": session.second_teller_id},
    )
    handed_to = CouncilMember.objects.filter(attendances__session=session).exclude(
        pk__in=session.voted.values("member")
    )
    issue = IssueForm(
        request.POST if task == "phat-phieu" else None,
        members=handed_to.select_related("user").order_by("pk"),
    )
    if task == "to-kiem-phieu" and tellers.accepted(
        lambda: name_tellers(session=session, by=user, **tellers.cleaned_data)
    ):
        messages.success(request, _("The two tellers are named."))
        return redirect("council-paper", session.pk)
    if task == "phat-phieu" and issue.accepted(
        lambda: issue_paper_ballots(session=session, members=list(issue.cleaned_data["members"]), by=user)
    ):
        messages.success(request, _("These members now vote on paper."))
        return redirect("council-paper", session.pk)
    context = {
        "session": session,
        "keeps": keeps and session.state in (SessionState.PLANNED, SessionState.OPEN),
        "is_open": session.state == SessionState.OPEN,
        "is_teller": is_teller,
        "tellers": tellers,
        "issue": issue,
        "wrong": tellers if task == "to-kiem-phieu" else issue if task == "phat-phieu" else None,
        "papers": paper_items(session, user),
    }
    return render(request, "council/paper.html", context)


@right_required(Right.VOTE, Right.KEEP_COUNCIL)
def key(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """Key what this teller counted on one item."""
    session, user = session_for(request, pk), signed_in(request)
    row = item_of(session, item)
    if user.pk not in (session.first_teller_id, session.second_teller_id):
        raise nothing_here()
    form = CountForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.accepted(
        lambda: key_paper_count(
            item=row,
            counted=Counted(**{name: int(value) for name, value in form.cleaned_data.items()}),
            by=user,
        )
    ):
        if form.outcome.agreed:
            messages.success(request, _("Both tellers agree on this item."))
        elif form.outcome.counts == 2:
            messages.warning(request, _("The two tellers differ. Count again, each alone."))
        else:
            messages.success(request, _("Your count is kept. The other teller keys theirs now."))
        return redirect("council-paper", session.pk)
    context = {
        "session": session,
        "form": form,
        "title": _("Count of paper ballots"),
        "caption": str(row),
        "lead": _("Key what you counted yourself, without looking at the other teller's numbers."),
        "verb": _("Keep my count"),
        "back": reverse("council-paper", args=[session.pk]),
    }
    return render(request, "council/form.html", context)
