"""Open a session, mark who has come, extend, cancel."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.core.law.stated import Unknown
from thidua.core.law.votes import QuorumRule
from thidua.council.actions import cancel_session, extend_session, mark_attendance, open_session
from thidua.council.models import CouncilRegulation, Session
from thidua.council.queries import ground_of, quorum_for, regulation_on
from thidua.council.queries.law import marked, needs_ground, places, reference
from thidua.lawbook.spoken import said
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.council.find import kept_session
from thidua.web.workspace.council.forms.conduct import AttendanceForm
from thidua.web.workspace.council.forms.sessions import ExtendForm, OpenForm, ReasonForm
from thidua.web.workspace.council.states import is_over


@right_required(Right.KEEP_COUNCIL)
def open_(request: HttpRequest, pk: int) -> HttpResponse:
    """Settle the rules and let members vote."""
    session = kept_session(request, pk)
    day = timezone.localdate(session.opens_at)
    regulation = regulation_on(session.unit, day)
    rule = _quorum(session)
    unsure = isinstance(rule, Unknown) or needs_ground(rule.source)
    is_later = is_over(session)
    form = OpenForm(
        request.POST if request.method == "POST" else None,
        unsure=unsure,
        initial=_settled(regulation, unsure),
    )
    if request.method == "POST" and form.accepted(
        lambda: open_session(
            session=session,
            by=signed_in(request),
            quorum_share=form.cleaned_data["quorum_share"],
            quorum_ground=form.cleaned_data["quorum_ground"],
            recused_counted=not form.cleaned_data["recused_left_out"],
            recused_ground=form.cleaned_data["recused_ground"],
            entered_later=is_later,
        )
    ):
        if is_later:
            told = _("Enter now who came, the paper ballots, hands and written votes; then end the voting.")
        else:
            told = _("The session is open. Its members find the ballot on their work lists.")
        messages.success(request, told)
        return redirect("council-session", session.pk)
    notes = [
        _quorum_in_words(rule),
        _("Conflicts of interest that were found and not dismissed hold from the opening on."),
    ]
    verb = _("Open the session to enter what was voted") if is_later else _("Open the session")
    if is_later:
        notes.insert(
            0,
            _(
                "The time of this session is over. It is opened so that the result of a meeting held on paper can be "
                "entered; nobody votes in it here. It counts as closed at the time that was planned."
            ),
        )
    context = _context(session, form, _("Open the session"), verb) | {
        "notes": notes,
        "warning": _("Once the session is open, agenda and rules no longer change."),
        "regulation": regulation,
        "asks_regulation": True,
    }
    return render(request, "council/form.html", context)


def _settled(regulation: CouncilRegulation | None, unsure: bool) -> dict[str, object]:
    """Return what the council's regulation fills in."""
    if regulation is None:
        return {}
    ground = ground_of(regulation)
    return {
        "quorum_share": regulation.quorum_share,
        "quorum_ground": ground if unsure or regulation.quorum_share else "",
        "recused_left_out": not regulation.recused_counted,
        "recused_ground": "" if regulation.recused_counted else ground,
    }


@right_required(Right.KEEP_COUNCIL)
def attendance(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark who has come."""
    session = kept_session(request, pk)
    roll = list(session.roll.select_related("member__user").order_by("pk"))
    form = AttendanceForm(request.POST if request.method == "POST" else None, roll=roll)
    if request.method == "POST" and form.accepted(
        lambda: mark_attendance(
            session=session,
            presence=form.said("presence"),
            reasons=form.said("reason"),
            by=signed_in(request),
        )
    ):
        messages.success(request, _("Who has come is written down."))
        return redirect("council-session", session.pk)
    return render(request, "council/attendance.html", {"session": session, "form": form})


@right_required(Right.KEEP_COUNCIL)
def extend(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the voting end later."""
    session = kept_session(request, pk)
    initial = {"closes_at": timezone.localdate(session.closes_at)}
    form = ExtendForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.accepted(
        lambda: extend_session(
            session=session,
            closes_at=form.moment(),
            reason=form.cleaned_data["reason"],
            by=signed_in(request),
        )
    ):
        messages.success(request, _("The session is extended."))
        return redirect("council-session", session.pk)
    return render(
        request,
        "council/form.html",
        _context(session, form, _("Extend the session"), _("Extend the session")),
    )


@right_required(Right.KEEP_COUNCIL)
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Cancel a session with the reason."""
    session = kept_session(request, pk)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.accepted(
        lambda: cancel_session(session=session, reason=form.cleaned_data["reason"], by=signed_in(request))
    ):
        messages.success(request, _("The session is cancelled; nothing was counted."))
        return redirect("council-session", session.pk)
    context = _context(session, form, _("Cancel the session"), _("Cancel the session")) | {
        "warning": _(
            "Nothing is counted: ballots that were cast are destroyed unopened. This cannot be undone."
        )
    }
    return render(request, "council/form.html", context)


def _quorum(session: Session) -> QuorumRule | Unknown:
    awards = list(session.items.values_list("nomination__award_code", flat=True))
    return quorum_for(session, awards, timezone.localdate(session.opens_at))


def _quorum_in_words(rule: QuorumRule | Unknown) -> str:
    if isinstance(rule, Unknown):
        return said(rule.why)
    cites = marked(places(rule.source), needs_ground(rule.source))
    if not cites:
        told = _("The law book has no quorum that binds this council; %(share)s is only a suggestion.")
        return " ".join((told % {"share": rule.share}, reference(rule.source)))
    words = {"share": rule.share, "places": cites}
    return _("The session holds when %(share)s of the members take part (%(places)s).") % words


def _context(session: Session, form: object, title: str, verb: str) -> dict[str, object]:
    return {
        "session": session,
        "form": form,
        "title": title,
        "caption": session.title,
        "verb": verb,
        "back": reverse("council-session", args=[session.pk]),
    }
