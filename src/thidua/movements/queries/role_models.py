"""Reading proposed role models and public stories; the number of queries does not depend on the rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from thidua.accounts.models import User
from thidua.core.workflow.role_model_proposal import (
    CONSENT_GIVEN,
    CONSENT_REFUSED,
    DOUBTED,
    NEW,
    NOT_TAKEN_UP,
    PUBLISHED,
    TAKEN_DOWN,
    VERIFIED,
    WITH_UNIT,
)
from thidua.movements import role_model_access as access
from thidua.movements.models import ProposedPhoto, RoleModelProposal, RoleModelStory
from thidua.orgs.models import Unit

# What waits for somebody, in the order of the road.
WAITING: Final = (NEW, WITH_UNIT, DOUBTED, VERIFIED, CONSENT_GIVEN)
SETTLED: Final = (PUBLISHED, TAKEN_DOWN, CONSENT_REFUSED, NOT_TAKEN_UP)
CHECK_AHEAD: Final = timedelta(days=30)


@dataclass(frozen=True)
class StoryFilter:
    """What the public list is narrowed to; empty means all. `place`, `movement`: ids."""

    field: str = ""
    place: int | None = None
    year: int | None = None
    movement: int | None = None


def stories(wanted: StoryFilter) -> QuerySet[RoleModelStory]:
    """Return the public stories that fit `wanted`, the newest first, with their subjects and places."""
    rows = access.public_stories()
    if wanted.field:
        rows = rows.filter(role_model__field=wanted.field)
    if wanted.place is not None:
        rows = rows.filter(place=wanted.place)
    if wanted.year is not None:
        rows = rows.filter(role_model__year=wanted.year)
    if wanted.movement is not None:
        rows = rows.filter(role_model__movements=wanted.movement)
    return rows.select_related(
        "role_model__person", "role_model__household__head", "role_model__unit", "place"
    ).order_by("-published_at", "-pk")


def years_of_stories() -> list[int]:
    """Return the years that public stories speak of, the latest first."""
    rows = access.public_stories().order_by().values_list("role_model__year", flat=True).distinct()
    return sorted(rows, reverse=True)


def fields_of_stories() -> set[str]:
    """Return the fields that public stories belong to."""
    return set(access.public_stories().order_by().values_list("role_model__field", flat=True).distinct())


def places_of_stories() -> QuerySet[Unit]:
    """Return the places where public stories happened."""
    told = access.public_stories().filter(place__isnull=False).order_by().values("place")
    return Unit.objects.filter(pk__in=told).order_by("sort_key", "pk")


def counts_by_state(user: User) -> dict[str, int]:
    """Return how many of the proposals that `user` may read stand in each state; states of none are left out."""
    rows = access.proposals_visible_to(user).order_by().values("state").annotate(number=Count("pk"))
    return {row["state"]: row["number"] for row in rows}


def proposal_of_code(code: str) -> RoleModelProposal | None:
    """Return the proposal with the follow-up code, with its story; None when there is none such."""
    rows = RoleModelProposal.objects.select_related("role_model__story")
    return rows.filter(follow_up_code=code).first()


def waiting(user: User) -> QuerySet[RoleModelProposal]:
    """Return the proposals that wait for somebody and that `user` may read, the oldest first."""
    rows = access.proposals_visible_to(user).filter(state__in=WAITING)
    return rows.select_related("asked_unit", "role_model").order_by("proposed_at", "pk")


def settled_before(day: date) -> QuerySet[RoleModelProposal]:
    """Return the proposals settled before `day` that still hold a photo, or their proposer."""
    photos = ProposedPhoto.objects.filter(proposal=OuterRef("pk"))
    holds = ~Q(proposer_name="") | ~Q(proposer_contact="") | Exists(photos)
    rows = RoleModelProposal.objects.filter(holds, state__in=SETTLED, state_since__date__lt=day)
    return rows.order_by("pk")


def due_for_check(on: date) -> QuerySet[RoleModelStory]:
    """Return the public stories to be checked again within 30 days of `on` or before, the longest due first."""
    rows = access.public_stories().filter(check_due__lte=on + CHECK_AHEAD)
    return rows.select_related("role_model").order_by("check_due", "pk")
