"""End the voting and count; minutes and tally sheet."""

from __future__ import annotations

from typing import Final

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.council.actions import close_session, draft_minutes, hand_on_results, keep_signed_minutes
from thidua.council.models import Session
from thidua.council.queries import fewest_in_secret, turnout
from thidua.decisions.enums import TemplateKind
from thidua.decisions.queries import template_of
from thidua.support.files.actions import store_file
from thidua.support.refusals import NotAllowed, Refused
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.typed import keeps_typed, typed_before
from thidua.web.workspace.council.downloads import download_of
from thidua.web.workspace.council.find import kept_session
from thidua.web.workspace.council.forms.sessions import CloseForm, MinutesForm, SignedMinutesForm

FEW: Final = 3  # secret votes below this number tell one another


@right_required(Right.KEEP_COUNCIL)
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """End the voting and count every item at once."""
    session = kept_session(request, pk)
    form = CloseForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.accepted(
        lambda: close_session(session=session, reason=form.cleaned_data["reason"], by=signed_in(request))
    ):
        messages.success(request, _("The voting is over and counted."))
        return redirect("council-session", session.pk)
    counted = turnout(session) if session.opened_at is not None else None
    notes = []
    if counted is not None:
        notes.append(
            _("%(voted)s votes are in; %(members)s members are on the roll.")
            % {"voted": counted.voted, "members": counted.members}
        )
        few = fewest_in_secret(session)
        if few is not None and few < FEW:
            notes.append(_few_in_words(few))
    context = {
        "session": session,
        "form": form,
        "title": _("End the voting and count"),
        "caption": session.title,
        "notes": notes,
        "warning": _("After this nobody can vote any more. The results are shown to the whole council."),
        "verb": _("End the voting and count"),
        "back": reverse("council-session", args=[session.pk]),
    }
    return render(request, "council/form.html", context)


def _few_in_words(few: int) -> str:
    """Return why so few secret votes are no secret once they are counted."""
    if few == 0:
        return _("On at least one secret item nobody has voted in secret yet.")
    said = ngettext(
        "On at least one secret item only %(few)s member has voted in secret: the result will tell that vote.",
        "On at least one secret item only %(few)s members have voted in secret: each can work out the other's vote "
        "from the result.",
        few,
    ) % {"few": few}
    return said + " " + _("Wait for the others, or extend the session.")


@keeps_typed
@right_required(Right.KEEP_COUNCIL)
def minutes(request: HttpRequest, pk: int) -> HttpResponse:
    """Draft minutes and tally sheet, and give them."""
    session = kept_session(request, pk)
    initial = {"conclusion": session.conclusion} | typed_before(request)
    form = MinutesForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.accepted(
        lambda: draft_minutes(
            session=session,
            conclusion=form.cleaned_data["conclusion"],
            minutes_template=template_of(session.unit, TemplateKind.MINUTES),
            tally_template=template_of(session.unit, TemplateKind.TALLY),
            by=signed_in(request),
        )
    ):
        messages.success(request, _("Minutes and tally sheet are drafted. Download them below."))
        return redirect("council-minutes", session.pk)
    context = {"session": session, "form": form, "signed": SignedMinutesForm()}
    return render(request, "council/minutes.html", context)


@right_required(Right.KEEP_COUNCIL)
@require_POST
def keep_signed(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the scan of the signed minutes."""
    session, by = kept_session(request, pk), signed_in(request)
    form = SignedMinutesForm(request.POST, request.FILES)
    if form.accepted(lambda: _keep(session, form, by)):
        messages.success(request, _("The signed minutes are kept with the session."))
        return redirect("council-minutes", session.pk)
    context = {
        "session": session,
        "form": MinutesForm(initial={"conclusion": session.conclusion}),
        "signed": form,
    }
    return render(request, "council/minutes.html", context)


def _keep(session: Session, form: SignedMinutesForm, by: User) -> Session:
    upload = form.cleaned_data["paper"]
    paper = store_file(data=upload.read(), name=upload.name, by=by, field="paper")
    return keep_signed_minutes(session=session, paper=paper, by=by)


@right_required(Right.KEEP_COUNCIL)
def signed_file(request: HttpRequest, pk: int) -> FileResponse:
    """Give the scan of the signed minutes."""
    return download_of(kept_session(request, pk).signed_minutes)


@right_required(Right.KEEP_COUNCIL)
def minutes_file(request: HttpRequest, pk: int) -> FileResponse:
    """Give the minutes as DOCX."""
    return download_of(kept_session(request, pk).minutes_file)


@right_required(Right.KEEP_COUNCIL)
def tally_file(request: HttpRequest, pk: int) -> FileResponse:
    """Give the tally sheet as DOCX."""
    return download_of(kept_session(request, pk).tally_file)


@right_required(Right.KEEP_COUNCIL)
@require_POST
def hand_on(request: HttpRequest, pk: int) -> HttpResponse:
    """Tell the dossiers the results that could not be told before."""
    session = kept_session(request, pk)
    try:
        kept_back = hand_on_results(session=session, by=signed_in(request))
    except NotAllowed:
        raise
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("council-session", session.pk)
    if kept_back:
        names = "; ".join(str(row.item) for row in kept_back)
        messages.warning(
            request, _("Still kept back, being suspended or withdrawn: %(names)s.") % {"names": names}
        )
    else:
        messages.success(request, _("All dossiers know their results."))
    return redirect("council-session", session.pk)
