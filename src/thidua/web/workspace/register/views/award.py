"""The page of one award: everything known of it, and where each value comes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.decisions.access import certificates_seen_by, decisions_seen_by
from thidua.decisions.models import DecisionLine
from thidua.orgs.access import may
from thidua.orgs.queries import addresses_on
from thidua.registry.access import awards_seen_by, conferrals_seen_by
from thidua.registry.models import Award, IdentityMove
from thidua.registry.queries.books import sources_of
from thidua.support.audit.describe import who_did
from thidua.support.audit.queries import history_of
from thidua.support.audit.words import action_words
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.kept_files import handed_out
from thidua.web.workspace.register.shown import shown_awards
from thidua.web.workspace.register.sources import sources_told

MOST_STEPS = 20


@dataclass(frozen=True)
class Step:
    """Something done to an award: when, what, and by whom or why."""

    at: datetime
    what: str
    by: str


@right_required(Right.SEE_RECORDS)
@require_safe
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one award."""
    user = signed_in(request)
    rows = awards_seen_by(user).select_related(
        "conferral__deciding_unit", "conferral__decision_file", "conferral__batch"
    )
    award = get_object_or_404(rows, pk=pk)
    line = DecisionLine.objects.filter(award=award, decision__in=decisions_seen_by(user)).first()
    context = {
        "award": award,
        "paper": award.conferral,
        "shown": shown_awards([award])[0],
        "address_then": _address_then(award),
        "sources": sources_told(sources_of([award.pk]).get(award.pk, ())),
        "decision_id": line.decision_id if line else None,
        "certificates": list(certificates_seen_by(user).filter(line__award=award).order_by("-pk")),
        "steps": _steps(award, user),
    }
    return render(request, "register/award.html", context)


@right_required(Right.SEE_RECORDS)
@require_safe
def decision_file(request: HttpRequest, pk: int) -> FileResponse:
    """Give the scanned decision of a conferral."""
    row = get_object_or_404(conferrals_seen_by(signed_in(request)).select_related("decision_file"), pk=pk)
    return handed_out(row.decision_file)


def _address_then(award: Award) -> str:
    """Return the whole address on its day of the unit that the award names."""
    place, day = award.place_id or award.unit_id, award.conferral.decision_date
    if place is None or day is None:
        return ""
    return addresses_on([(place, day)]).get((place, day), "")


def _steps(award: Award, user: User) -> list[Step]:
    """Return what was done to the award and its decision since, for who keeps awards: the newest first."""
    if not may(user, Right.KEEP_AWARDS, award.conferral.deciding_unit):
        return []
    entries = [*history_of(award)[:MOST_STEPS], *history_of(award.conferral)[:MOST_STEPS]]
    told = [Step(datetime.fromisoformat(one.at), action_words(one.action), who_did(one)) for one in entries]
    moves = IdentityMove.objects.filter(model="registry.award", row_id=award.pk).select_related("merge")
    told += [
        Step(one.merge.merged_at, str(one.merge), one.merge.reason)
        for one in moves.order_by("-pk")[:MOST_STEPS]
    ]
    return sorted(told, key=lambda step: step.at, reverse=True)[:MOST_STEPS]
