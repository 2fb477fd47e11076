"""One registration: its parts, where it stands, who holds it."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.core.workflow.registration import ACCEPT, EDITABLE, RECALL, REGISTRATION, RETURN
from thidua.movements import access
from thidua.movements.actions import RegistrationContent, content_of, recall_registration
from thidua.movements.models import Registration
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.tags import Tag, Tone
from thidua.web.workspace.movements.acting import carried_out
from thidua.web.workspace.movements.find import registration_or_404
from thidua.web.workspace.movements.history import stories_about
from thidua.web.workspace.movements.labels import field_labels
from thidua.web.workspace.movements.states import registration_tag


@right_required(Right.SEE_MOVEMENTS)
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the task list while the unit writes, and what was sent, with its state, afterwards."""
    row = registration_or_404(request, pk)
    possible = {move.verb for move in REGISTRATION.moves_from(row.state)}
    writes = access.may_register(request.user, row.unit)
    decides = access.may_decide(request.user, row.movement)
    running = row.movement.state in access.RUNNING_STATES
    said = content_of(row)
    context = {
        "registration": row,
        "movement": row.movement,
        "tag": registration_tag(row),
        "said": said,
        "field_labels": field_labels(said.fields),
        "has_groups": bool(said.groups) or row.movement.content_groups.exists(),
        "tags": _task_tags(row, said),
        "next_part": next(iter(_missing(row, said)), None),
        "is_empty": not (said.content or said.groups or said.pledges),
        "edits": writes and running and row.state in EDITABLE,
        "recalls": writes and not decides and RECALL in possible,
        "accepts": decides and ACCEPT in possible,
        "returns": decides and RETURN in possible,
        "holders": _holders(row),
        "stories": stories_about(row),
    }
    return render(request, "movements/registration.html", context)


@right_required(Right.REGISTER_FOR_MOVEMENT)
def receipt(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that the registration was sent, who holds it now, and what comes next."""
    row = registration_or_404(request, pk)
    if row.sent_at is None:
        raise Http404
    return render(request, "movements/receipt.html", {"registration": row, "holders": _holders(row)})


@right_required(Right.REGISTER_FOR_MOVEMENT)
def recall(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask before a registration is recalled; recall it on POST."""
    row = registration_or_404(request, pk)
    if request.method == "POST":
        if carried_out(request, lambda: recall_registration(registration=row, by=signed_in(request))):
            messages.success(request, _("The registration is yours again. Send it when it is complete."))
        return redirect("registration", row.pk)
    context = {
        "question": _("Recall the registration for “%(movement)s”?") % {"movement": row.movement},
        "consequence": _("It is not counted until you send it again."),
        "verb": _("Recall"),
        "back": reverse("registration", args=[row.pk]),
    }
    return render(request, "shell/confirm.html", context)


def _task_tags(row: Registration, said: RegistrationContent) -> dict[str, Tag | None]:
    """Return what stands beside each part: None for one that is done."""
    to_do = Tag(_("To do"), Tone.NEUTRAL)
    return {
        "content": None if said.content else to_do,
        "groups": None if said.groups else to_do,
        "pledges": None if said.pledges else to_do,
        "send": to_do if _missing(row, said) else Tag(_("Next step"), Tone.INFO),
        "later": Tag(_("Not yet possible"), Tone.NEUTRAL),
    }


def _missing(row: Registration, said: RegistrationContent) -> list[tuple[str, str]]:
    """Return the address and the name of each part that is still to be done."""
    parts = [
        (said.content, "registration-content", _("What you will do")),
        (said.groups or not row.movement.content_groups.exists(), "registration-groups", _("Content groups")),
        (said.pledges, "registration-pledges", _("Pledges")),
    ]
    return [(reverse(name, args=[row.pk]), title) for done, name, title in parts if not done]


def _holders(row: Registration) -> list[str]:
    """Return who has to act next, by name and telephone: those who decide, while it is with them."""
    if row.state != "sent":
        return []
    people = access.deciders_of(row.movement)[:3]
    return [f"{person} ({person.phone})" if person.phone else str(person) for person in people]
