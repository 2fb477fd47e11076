"""What was proposed: the list, one proposal, asking a unit about it, leaving it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from thidua.core.workflow.role_model_proposal import (
    ASK_UNIT,
    DECLINE,
    ROLE_MODEL_PROPOSAL,
)
from thidua.movements.actions.ask_unit_about_role_model import ask_unit_about_role_model
from thidua.movements.actions.decline_role_model import decline_role_model
from thidua.movements.enums import ProposalState
from thidua.movements.models import RoleModelProposal
from thidua.movements.queries.role_models import WAITING, due_for_check
from thidua.movements.role_model_access import is_office, may_verify, proposals_visible_to, require_office
from thidua.support.audit.describe import Story, story
from thidua.support.audit.models import AuditEntry
from thidua.support.audit.queries import history_of
from thidua.web.shell import cells
from thidua.web.shell.access import signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.shell.filters import FilterForm
from thidua.web.shell.lookups.fields import only_looks_up, without_faults
from thidua.web.shell.tables import Column, Table
from thidua.web.workspace.role_models.find import at_the_desk, proposal_or_404
from thidua.web.workspace.role_models.forms.asking import AskForm, DeclineForm
from thidua.web.workspace.role_models.states import proposal_tag

ALL = "tat-ca"


class ProposalFilters(FilterForm):
    """What waits, unless another state is asked for."""

    buoc = forms.ChoiceField(
        label=gettext_lazy("State"),
        choices=[
            ("", gettext_lazy("waiting for somebody")),
            (ALL, gettext_lazy("all")),
            *ProposalState.choices,
        ],
    )

    def applied_to(self, rows: Any) -> Any:
        """Return the rows that fit; without an answer those that wait."""
        return self.apply(rows, self.answers())

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        """Return the rows in the state that is asked for."""
        wanted = answers.get("buoc", "")
        if wanted == ALL:
            return rows
        return rows.filter(state__in=(wanted,) if wanted else WAITING)


def _name(row: RoleModelProposal) -> SafeString:
    linked = cells.link(reverse("role-model-proposal", args=[row.pk]), row.subject_name)
    return cells.with_note(cells.with_mark(linked, row.provenance), row.place)


PROPOSALS: Table[Any] = Table(
    name="guong-duoc-gioi-thieu",
    caption=gettext_lazy("Proposed role models"),
    columns=(
        Column("name", gettext_lazy("Who"), _name, csv=lambda row: row.subject_name, header=True),
        Column("kind", gettext_lazy("Kind"), lambda row: row.get_subject_kind_display()),
        Column("received", gettext_lazy("Received at"), lambda row: row.proposed_at, sort=("proposed_at",)),
        Column("state", gettext_lazy("State"), proposal_tag, csv=lambda row: row.get_state_display()),
        Column("unit", gettext_lazy("Unit asked"), lambda row: row.asked_unit.name if row.asked_unit else ""),
    ),
    order="received",
    empty=gettext_lazy("No proposal waits"),
    filters=ProposalFilters,
)


@at_the_desk
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """List what waits, the oldest first, and for the office the stories to be checked again."""
    user = signed_in(request)
    rows = proposals_visible_to(user).select_related("asked_unit")
    office = is_office(user)
    due = list(due_for_check(timezone.localdate())) if office else []
    return PROPOSALS.respond(request, rows, "role_model_desk/list.html", {"due": due, "is_office": office})


@at_the_desk
@require_safe
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one proposal; who proposed it is for the office alone."""
    row, user = proposal_or_404(request, pk), signed_in(request)
    office = is_office(user)
    verbs = {move.verb for move in ROLE_MODEL_PROPOSAL.moves_from(row.state)}
    answers = may_verify(user, row)
    hidden = frozenset() if office else frozenset({"reason"})
    context = {
        "row": row,
        "tag": proposal_tag(row),
        "photos": row.photos.select_related("photo"),
        "is_office": office,
        "may_ask": office and ASK_UNIT in verbs,
        "may_decline": office and DECLINE in verbs,
        "may_verify": answers and not office,
        "may_answer_for_unit": answers and office,
        "stories": [_told(entry, hidden) for entry in history_of(row)[:50]],
    }
    return render(request, "role_model_desk/proposal.html", context)


def _told(entry: AuditEntry, hidden: frozenset[str]) -> Story:
    """Return an entry in words; what came without an account came from a citizen, not from the system."""
    told = story(entry, hidden=hidden)
    if entry.actor_id or entry.action != "movements.role_model_proposed":
        return told
    return replace(told, who=_("Citizen (through the portal)"))


@at_the_desk
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose the unit that is asked."""
    row, user = proposal_or_404(request, pk), signed_in(request)
    require_office(user)
    form = AskForm(request.POST or None, user=user)
    if only_looks_up(request):
        without_faults(form)
    elif request.method == "POST" and form.accepted(
        lambda: ask_unit_about_role_model(proposal=row, by=user, **form.cleaned_data)
    ):
        messages.success(request, _("The unit has been asked. It finds the question in its work list."))
        return redirect("role-model-proposal", pk)
    return render(request, "role_model_desk/ask.html", {"form": form, "row": row})


@at_the_desk
@require_http_methods(["GET", "POST"])
def decline(request: HttpRequest, pk: int) -> HttpResponse:
    """Leave a proposal, with a reason."""
    row, user = proposal_or_404(request, pk), signed_in(request)
    require_office(user)
    form = DeclineForm(request.POST or None)
    return ask_first(
        request,
        question=_("Leave this proposal?"),
        consequence=_("No story is written. Photos and the proposer's contact are deleted after a year."),
        verb=_("Leave it"),
        back=reverse("role-model-proposal", args=[pk]),
        act=lambda: decline_role_model(proposal=row, reason=form.cleaned_data["reason"], by=user),
        done=_("The proposal was left. Whoever has its code can read why."),
        form=form,
    )
