"""Votes given openly: by hand in the hall, or in writing."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.council.access import nothing_here
from thidua.council.actions import record_show_of_hands, record_written_vote
from thidua.council.enums import Presence, RecusalState, SessionState
from thidua.council.models import CouncilMember, Session, WrittenVote
from thidua.council.queries import ballot_of
from thidua.support.files.actions import store_file
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.keys import key_of
from thidua.web.workspace.council.find import item_of, kept_session
from thidua.web.workspace.council.forms.conduct import HandsForm, WrittenForm
from thidua.web.workspace.council.states import award_names


@right_required(Right.KEEP_COUNCIL)
def show_of_hands(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """Record what those in the hall showed, by name."""
    session = kept_session(request, pk)
    row = item_of(session, item)
    kept_from = row.recusals.exclude(state=RecusalState.DISMISSED).values("member")
    members = CouncilMember.objects.filter(attendances__session=session).exclude(pk__in=kept_from)
    open_ones = members.exclude(pk__in=row.named_votes.values("member")).select_related("user").order_by("pk")
    form = HandsForm(request.POST if request.method == "POST" else None, members=list(open_ones))
    if request.method == "POST" and form.accepted(
        lambda: record_show_of_hands(item=row, hands=form.said(), by=signed_in(request))
    ):
        messages.success(request, _("The show of hands is recorded."))
        return redirect("council-session", session.pk)
    return render(request, "council/hands.html", {"session": session, "item": row, "form": form})


@right_required(Right.KEEP_COUNCIL)
def written(request: HttpRequest, pk: int) -> HttpResponse:
    """Enter the signed paper of an absent member: first who, then what."""
    session = kept_session(request, pk)
    asked = request.GET.get("thanh-vien", "")
    if not asked:
        return render(request, "council/written_who.html", {"session": session, "members": _absent(session)})
    on_roll = CouncilMember.objects.filter(attendances__session=session).select_related("user")
    member = on_roll.filter(pk=key_of(asked) or 0).first()
    if member is None:
        raise nothing_here()
    lines = ballot_of(session, member)
    sent = request.method == "POST"
    form = WrittenForm(request.POST if sent else None, request.FILES if sent else None, lines=lines)
    if sent and form.accepted(lambda: _enter(request, session, member, form)):
        messages.success(request, _("The written vote of %(name)s is entered.") % {"name": member})
        return redirect("council-session", session.pk)
    named = award_names({line.item.nomination.award_code for line in lines})
    rows = [
        {
            "item": line.line.item,
            "nomination": line.line.item.nomination,
            "award": named[line.line.item.nomination.award_code],
            "recusal": line.line.recusal,
            "field": line.field,
        }
        for line in form.asked()
    ]
    context = {
        "session": session,
        "member": member,
        "form": form,
        "rows": rows,
        "back": reverse("council-written-votes", args=[session.pk]),
    }
    return render(request, "council/written.html", context)


def _enter(request: HttpRequest, session: Session, member: CouncilMember, form: WrittenForm) -> WrittenVote:
    by, upload = signed_in(request), form.cleaned_data["paper"]
    return record_written_vote(
        session=session,
        member=member,
        choices=form.choices(),
        paper=store_file(data=upload.read(), name=upload.name, by=by, field="paper"),
        signed_on=form.cleaned_data["signed_on"],
        by=by,
    )


def _absent(session: Session) -> list[CouncilMember]:
    """Return the members who may still vote in writing."""
    if session.state != SessionState.OPEN:
        return []
    roll = session.roll.exclude(presence=Presence.PRESENT).exclude(member__in=session.voted.values("member"))
    return [row.member for row in roll.select_related("member__user").order_by("pk")]
