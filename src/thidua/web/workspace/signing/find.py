"""What a request asks for; whoever may not see it gets the answer of what does not exist."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q
from django.http import HttpRequest

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.accounts.roles import ROLES
from thidua.contests.access import editions_kept_by
from thidua.contests.models import Edition
from thidua.contests.queries.stages import with_stage_parts
from thidua.core.workflow.dossier import COUNCIL, PROPOSE, flow_for, skipped_states
from thidua.decisions.access import nothing_here, seen_decision, submissions_seen_by
from thidua.decisions.models import Decision, DecisionLine, Submission
from thidua.decisions.queries import may_be_proposed
from thidua.nominations.enums import DossierState, Outcome
from thidua.nominations.models import Dossier
from thidua.orgs.access import holdings, may, units_where
from thidua.orgs.models import Unit, UnitPlacement
from thidua.web.shell.access import signed_in

# Where a dossier may stand before it is proposed; its own procedure says which of them counts.
_BEFORE = (
    DossierState.APPRAISED,
    DossierState.AGENCY_CONSULTATION,
    DossierState.PUBLIC_CONSULTATION,
    DossierState.COUNCIL,
)


@dataclass(frozen=True)
class ReadyDossier:
    """A dossier that can be proposed, with how many of its nominees go on and how many were not passed."""

    dossier: Dossier
    going: int
    left: int


def decision_for(request: HttpRequest, pk: int, right: Right | None = None) -> Decision:
    """Return a decision that the person sees and holds `right` for."""
    user = signed_in(request)
    row = seen_decision(user, pk)
    if right is not None and not may(user, right, row.unit):
        raise nothing_here()
    return row


def line_for(request: HttpRequest, pk: int, line: int) -> DecisionLine:
    """Return a line of a decision that the person drafts."""
    decision = decision_for(request, pk, Right.PROPOSE)
    row = decision.lines.select_related("nomination", "decision__unit").filter(pk=line).first()
    if row is None:
        raise nothing_here()
    return row


def submission_for(request: HttpRequest, pk: int, right: Right | None = None) -> Submission:
    """Return a submission letter that the person sees and holds `right` for."""
    user = signed_in(request)
    row = (
        submissions_seen_by(user).select_related("unit", "file", "edition__competition").filter(pk=pk).first()
    )
    if row is None or (right is not None and not may(user, right, row.unit)):
        raise nothing_here()
    return row


def edition_to_propose(request: HttpRequest, pk: int) -> Edition:
    """Return an edition that the person keeps and whose prizes can be proposed."""
    rows = with_stage_parts(editions_kept_by(signed_in(request)))
    edition = rows.filter(pk=pk).first()
    if edition is None or not may_be_proposed(edition):
        raise nothing_here()
    return edition


def ready_dossiers(user: User) -> list[ReadyDossier]:
    """Return the dossiers that `user` may propose now, longest waiting first; a fixed number of queries."""
    rows = Dossier.objects.filter(
        deciding_unit__in=units_where(user, Right.PROPOSE), state__in=_BEFORE, suspended=False
    )
    counted = rows.select_related("unit", "deciding_unit").annotate(
        passed=Count("nominations", filter=Q(nominations__outcome=Outcome.PASSED)),
        eligible=Count("nominations", filter=Q(nominations__outcome=Outcome.ELIGIBLE)),
        failed=Count(
            "nominations", filter=Q(nominations__outcome__in=(Outcome.FAILED, Outcome.NOT_ELIGIBLE))
        ),
    )
    found = []
    for row in counted.order_by("state_since", "pk"):
        moves = flow_for(row.route, row.level).moves
        if not any(move.verb == PROPOSE and row.state in move.sources for move in moves):
            continue
        has_council = COUNCIL not in skipped_states(row.route, row.level)
        going = row.passed if has_council else row.eligible
        if going and not (has_council and row.eligible):
            found.append(ReadyDossier(row, going, row.failed))
    return found


def office_of(user: User, right: Right) -> Unit | None:
    """Return the unit on which `user` holds `right` himself, the one nearest the top; None where there is none."""
    held = [one.unit_id for one in holdings(user) if right in ROLES[one.role].rights]
    placed = UnitPlacement.objects.filter(unit__in=held, is_last=True).select_related("unit")
    nearest = min(placed, key=lambda one: (len(one.path), one.unit_id), default=None)
    return nearest.unit if nearest else None
