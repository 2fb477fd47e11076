"""Reading proposed role models and public stories; the number of queries does not depend on the rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from thidua.accounts.models import User
from thidua.core.vietnamese.fold import fold
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
from thidua.movements.access import public as public_movements
from thidua.movements.models import ProposedPhoto, RoleModelProposal, RoleModelStory

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
    words: str = ""


@dataclass(frozen=True)
class StoryChoices:
    """What public stories speak of; places and movements by id and name."""

    years: tuple[int, ...]
    fields: frozenset[str]
    places: tuple[tuple[str, str], ...]
    movements: tuple[tuple[str, str], ...]


def stories(wanted: StoryFilter) -> QuerySet[RoleModelStory]:
    """Return the public stories that fit `wanted`, the newest first, with their subjects and places."""
    rows = access.public_stories()
    if wanted.field:
        rows = rows.filter(role_model__field=wanted.field)
    if wanted.place is not None:
        rows = rows.filter(place=wanted.place)
    if wanted.year is not None:
        rows = rows.filter(role_model__year=wanted.year)
    for word in fold(wanted.words).split():
        rows = rows.filter(search_text__contains=word)
    if wanted.movement is not None:
        rows = rows.filter(role_model__movements=wanted.movement)
    return rows.select_related(
        "role_model__person", "role_model__household__head", "role_model__unit", "place"
    ).order_by("-published_at", "-pk")


def choices_of_stories() -> StoryChoices:
    """Return what public stories can be narrowed to; two queries."""
    told = (
        access.public_stories()
        .order_by()
        .values_list("role_model__year", "role_model__field", "place", "place__name", "place__sort_key")
    )
    rows = list(told.distinct())
    places = sorted({(key, pk, name) for _year, _field, pk, name, key in rows if pk is not None})
    linked = public_movements().filter(role_models__story__in=access.public_stories()).order_by()
    movements = sorted(linked.values_list("short_name", "pk").distinct())
    return StoryChoices(
        years=tuple(sorted({row[0] for row in rows}, reverse=True)),
        fields=frozenset(row[1] for row in rows),
        places=tuple((str(pk), name) for _key, pk, name in places),
        movements=tuple((str(pk), name) for name, pk in movements),
    )


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


def waiting_for_office() -> QuerySet[RoleModelProposal]:
    """Return the proposals of which the next step is the office's, the oldest first."""
    rows = RoleModelProposal.objects.filter(state__in=(NEW, DOUBTED, CONSENT_GIVEN))
    return rows.order_by("proposed_at", "pk")


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
