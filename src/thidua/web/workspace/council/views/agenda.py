"""The agenda of a session that is not open yet."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.council.actions import add_to_agenda, remove_from_agenda
from thidua.council.queries import votes_for
from thidua.nominations.models import Nomination
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.workspace.council.find import item_of, kept_session, waiting
from thidua.web.workspace.council.forms.sessions import AgendaForm
from thidua.web.workspace.council.states import award_names, law_in_words


@right_required(Right.KEEP_COUNCIL)
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """Put nominations that wait for the council on the agenda."""
    session = kept_session(request, pk)
    rows = list(waiting(session))
    named = award_names({row.award_code for row in rows})
    form = AgendaForm(request.POST if request.method == "POST" else None, waiting=waiting(session))
    form.fields["nominations"].label_from_instance = lambda row: _label(row, named[row.award_code])  # type: ignore[attr-defined]
    if request.method == "POST" and form.accepted(
        lambda: add_to_agenda(
            session=session,
            nominations=list(form.cleaned_data["nominations"]),
            ballot=form.cleaned_data["ballot"] or None,
            percent=_whole(form.cleaned_data["percent"]),
            ground=form.cleaned_data["ground"],
            by=signed_in(request),
        )
    ):
        messages.success(request, _("The nominations are on the agenda."))
        return redirect("council-session", session.pk)
    day = timezone.localdate(session.opens_at)
    first_of = {row.award_code: row for row in reversed(rows)}
    rules = [(named[code], law_in_words(votes_for(row, day))) for code, row in sorted(first_of.items())]
    context = {"session": session, "form": form, "rules": rules, "some": bool(rules)}
    return render(request, "council/agenda.html", context)


@right_required(Right.KEEP_COUNCIL)
def remove(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """Take an item off the agenda, once asked."""
    session = kept_session(request, pk)
    row = item_of(session, item)
    return ask_first(
        request,
        question=_("Take “%(name)s” off the agenda?") % {"name": row.nomination.recipient_name},
        consequence=_("The nomination waits for the council again and may go on another agenda."),
        verb=_("Take off the agenda"),
        back=reverse("council-session", args=[session.pk]),
        act=lambda: remove_from_agenda(item=row, by=signed_in(request)),
        done=_("The item is off the agenda."),
    )


def _label(row: Nomination, award: str) -> str:
    parts = (row.recipient_name, award, row.dossier.unit.name, row.dossier.code)
    return " – ".join(parts)


def _whole(value: object) -> int | None:
    return None if value is None else int(str(value).split(".", maxsplit=1)[0])
