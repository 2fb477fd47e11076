"""Conflicts of interest: found in the records, declared, dismissed with a reason."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.accounts.rights import Right
from thidua.council.access import nothing_here
from thidua.council.actions import declare_conflict, dismiss_recusal, find_recusals
from thidua.council.enums import RecusalGround, RecusalState, SessionState
from thidua.council.models import Recusal
from thidua.support.refusals import NotAllowed, Refused
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.typed import keeps_typed, typed_before
from thidua.web.workspace.council.find import item_of, kept_session, own_seat, session_for
from thidua.web.workspace.council.forms.sessions import ConflictForm, DismissForm
from thidua.web.workspace.council.states import recusal_tag


@right_required(Right.KEEP_COUNCIL)
def listing(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the recusals of a session; on POST look through the records."""
    session = kept_session(request, pk)
    if request.method == "POST":
        try:
            found = len(find_recusals(session=session, by=signed_in(request)))
        except NotAllowed:
            raise
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            said = ngettext("%(count)s new conflict was found.", "%(count)s new conflicts were found.", found)
            messages.success(request, said % {"count": found} if found else _("No new conflict was found."))
        return redirect("council-conflicts", session.pk)
    rows = Recusal.objects.filter(item__session=session).select_related("item__nomination", "member__user")
    recusals = [
        {
            "row": row,
            "tag": recusal_tag(row),
            "dismissable": row.ground != RecusalGround.NOMINEE and row.state != RecusalState.DISMISSED,
        }
        for row in rows.order_by("item__ordinal", "pk")
    ]
    context = {
        "session": session,
        "recusals": recusals,
        "is_planned": session.state == SessionState.PLANNED,
        "may_dismiss": session.state in (SessionState.PLANNED, SessionState.OPEN),
    }
    return render(request, "council/conflicts.html", context)


@keeps_typed
@right_required(Right.KEEP_COUNCIL)
def dismiss(request: HttpRequest, pk: int, recusal: int) -> HttpResponse:
    """Say, with the reason, that a recusal does not hold."""
    session = kept_session(request, pk)
    rows = Recusal.objects.filter(item__session=session).select_related(
        "item__nomination", "item__session__unit"
    )
    row = rows.filter(pk=recusal).first()
    if row is None:
        raise nothing_here()
    form = DismissForm(request.POST if request.method == "POST" else None, initial=typed_before(request))
    if request.method == "POST" and form.accepted(
        lambda: dismiss_recusal(
            recusal=row, reason=form.cleaned_data["dismissal_reason"], by=signed_in(request)
        )
    ):
        messages.success(request, _("%(name)s votes on this item.") % {"name": row.member})
        return redirect("council-conflicts", session.pk)
    context = {
        "session": session,
        "form": form,
        "title": _("Let %(name)s vote all the same?") % {"name": row.member},
        "lead": f"{row.item}: {row.get_ground_display()}. {row.explanation}",
        "verb": _("Dismiss the recusal"),
        "back": reverse("council-conflicts", args=[session.pk]),
    }
    return render(request, "council/form.html", context)


@right_required(Right.VOTE)
def declare(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """Let a member say that they do not vote on an item."""
    session = session_for(request, pk)
    own_seat(request, session)
    row = item_of(session, item)
    form = ConflictForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.accepted(
        lambda: declare_conflict(
            item=row, explanation=form.cleaned_data["explanation"], by=signed_in(request)
        )
    ):
        messages.success(
            request, _("You do not vote on “%(name)s”.") % {"name": row.nomination.recipient_name}
        )
        return redirect("council-session", session.pk)
    context = {
        "session": session,
        "form": form,
        "title": _("I have a conflict of interest: %(name)s") % {"name": row.nomination.recipient_name},
        "lead": _("You then do not vote on this item. The minutes name the reason."),
        "warning": _(
            "Look through your answers on the ballot page again afterwards; some may have to be chosen anew."
        ),
        "verb": _("I do not vote on this item"),
        "back": reverse("council-ballot", args=[session.pk]),
    }
    return render(request, "council/form.html", context)
