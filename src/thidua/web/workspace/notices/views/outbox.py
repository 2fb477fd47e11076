"""The e-mails of an office before they leave."""

from __future__ import annotations

from typing import Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.orgs.actions.keep_outbox import (
    discard_notices,
    edit_notice,
    hold_notice,
    hold_notices,
    release_notices,
    send_notice_now,
)
from thidua.orgs.queries.outbox import outbox_of
from thidua.support.notices.actions.edit import WAITING
from thidua.support.notices.models import Notice
from thidua.web.shell import formats
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.workspace.notices.forms import DiscardForm, MailForm
from thidua.web.workspace.notices.mail import foot
from thidua.web.workspace.notices.states import mail_tag
from thidua.web.workspace.notices.subjects import lead_of
from thidua.web.workspace.notices.tables import OUTBOX

SEND, HOLD, SAVE, DISCARD = "gui", "giu", "luu", "khong-gui"
MOST_AT_ONCE: Final = 200


@right_required(Right.KEEP_NOTICES)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """List the e-mails of the office."""
    return OUTBOX.respond(request, outbox_of(signed_in(request)), "notices/outbox.html")


@right_required(Right.KEEP_NOTICES)
def mail(request: HttpRequest, pk: int) -> HttpResponse:
    """Read one e-mail; while it has not left: change it, hold it, send it at once."""
    user = signed_in(request)
    row = outbox_of(user).select_related("edited_by").filter(pk=pk).first()
    if row is None:
        raise Http404
    typed = request.POST if request.method == "POST" else None
    form = MailForm(typed, initial={"seen": row.version, "subject": row.subject, "text": row.text})
    if request.method == "POST" and form.accepted(lambda: _carried_out(request, row, form, user)):
        return redirect("outbox-mail", pk)
    if request.method == "POST":
        row.refresh_from_db()
    context = {
        "mail": row,
        "tag": mail_tag(row),
        "form": form,
        "waits": row.state in WAITING,
        "lead": lead_of(row, user),
    }
    return render(request, "notices/mail.html", context)


@right_required(Right.KEEP_NOTICES)
@require_POST
def batch(request: HttpRequest) -> HttpResponse:
    """Send, hold or discard those that were chosen."""
    user = signed_in(request)
    rows = _chosen(user, request.POST.getlist("thu"))
    verb = request.POST.get("viec", "")
    if not rows:
        messages.warning(request, _("Choose at least one e-mail first."))
        return redirect("outbox")
    if verb == DISCARD:
        return redirect(f"{reverse('outbox-discard')}?{'&'.join(f'thu={row.pk}' for row in rows)}")
    if verb == HOLD:
        count = hold_notices(notices=rows, by=user)
        done = ngettext("%(count)s e-mail is held.", "%(count)s e-mails are held.", count)
    else:
        count = release_notices(notices=rows, by=user)
        done = ngettext(
            "%(count)s e-mail leaves with the next round.",
            "%(count)s e-mails leave with the next round.",
            count,
        )
    messages.success(request, _said(done, count, len(rows)))
    return redirect("outbox")


@right_required(Right.KEEP_NOTICES)
def discard(request: HttpRequest) -> HttpResponse:
    """Ask why the chosen e-mails shall not leave, then discard them."""
    user = signed_in(request)
    rows = _chosen(user, request.GET.getlist("thu"))
    if not rows:
        raise Http404
    form = DiscardForm(request.POST if request.method == "POST" else None)
    question = ngettext("Discard this e-mail?", "Discard %(count)s e-mails?", len(rows))
    return ask_first(
        request,
        question=question % {"count": formats.number(len(rows))},
        consequence=_("They do not leave. Those concerned still read the notice in the system."),
        verb=_("Discard"),
        back=reverse("outbox"),
        act=lambda: discard_notices(notices=rows, reason=form.cleaned_data["reason"], by=user),
        done=_("Discarded. The outbox keeps the e-mails with your reason."),
        form=form,
    )


def _carried_out(request: HttpRequest, row: Notice, form: MailForm, user: User) -> None:
    verb, said = request.POST.get("viec", SAVE), form.cleaned_data
    row = edit_notice(notice=row, subject=said["subject"], text=said["text"], version=said["seen"], by=user)
    if verb == SEND:
        send_notice_now(notice=row, by=user, foot=foot)
        messages.success(request, _("The e-mail has left."))
    elif verb == HOLD:
        hold_notice(notice=row, by=user)
        messages.success(request, _("The e-mail is held until somebody sends it."))
    else:
        messages.success(request, _("The e-mail is saved."))


def _chosen(user: User, typed: list[str]) -> list[Notice]:
    numbers = [int(pk) for pk in typed if pk.isascii() and pk.isdigit() and len(pk) < 19]
    return list(outbox_of(user).filter(pk__in=numbers[:MOST_AT_ONCE]))


def _said(done: str, count: int, asked: int) -> str:
    text = done % {"count": formats.number(count)}
    if count == asked:
        return text
    others = ngettext(
        "%(count)s had left already or was discarded.",
        "%(count)s had left already or were discarded.",
        asked - count,
    )
    return f"{text} {others % {'count': formats.number(asked - count)}}"
