"""What a movement has brought: awards, contests, milestones, events, gifts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, Prefetch, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.contests.enums import CompetitionKind
from thidua.contests.models import Edition
from thidua.contests.queries import with_counts as with_winners
from thidua.contests.queries.published import public_editions
from thidua.contributions.enums import GiftKind
from thidua.contributions.models import Drive, Gift
from thidua.contributions.queries import GiftTotal, gift_totals
from thidua.core.indicators import Comparator
from thidua.core.numerals import roman
from thidua.movements.models import Event, Milestone, Movement
from thidua.registry.enums import AwardStatus, RecipientKind
from thidua.registry.models import Conferral
from thidua.registry.open_data import PublicField
from thidua.registry.open_data.asking import PublicAsking, public_asking
from thidua.registry.open_data.fields import PublicChoices
from thidua.registry.queries import with_counts as with_recipients
from thidua.support.provenance import Provenance
from thidua.web.shell import formats


@dataclass(frozen=True)
class KindCount:
    """How many recipients of one kind."""

    label: str
    count: int


@dataclass(frozen=True)
class Commended:
    """One conferral or edition of a contest: its name, what is known of its date, and its recipients by kind.

    `decision` is None where the office keeps it back, "" where the number is not known. `taken_back`: how many of
    the awards are cancelled or stripped by now. `decision_url`, `url`: the public pages of the decision and of the
    edition, "" where there is none.
    """

    name: str
    decision: str | None
    presented_on: date | None
    presented_by: str
    counts: tuple[KindCount, ...]
    provenance: str
    taken_back: int = 0
    decision_url: str = ""
    url: str = ""


@dataclass(frozen=True)
class GiftLine:
    """The total of one kind of gift in words: «trên 20 tỷ đồng»."""

    kind: str
    total: str
    amount: Decimal | None
    gifts: int
    as_of: date
    provenance: Provenance


def commended_in(movement: Movement) -> list[Commended]:
    """Return the awards and contests of `movement`; recipients are counted, never named. Four queries.

    An award of which the office publishes nothing is left out.
    """
    public = public_asking()
    choices = public.choices
    conferrals: QuerySet[Conferral] = with_recipients(movement.conferrals.all()).annotate(
        taken_back=Count("awards", filter=~Q(awards__status=AwardStatus.ACTIVE))
    )
    editions: QuerySet[Edition] = with_winners(movement.competition_editions.select_related("competition"))
    awards = [
        Commended(
            name=row.award_form,
            decision=_public_decision(row, choices),
            presented_on=row.presented_on,
            presented_by=row.presented_by,
            counts=_counts(row),
            provenance=row.provenance,
            taken_back=getattr(row, "taken_back", 0),
            decision_url=_decision_url(row, public),
        )
        for row in conferrals.order_by("presented_on", "pk")
        if choices.of(row.award_code)
    ]
    shown = set(public_editions().order_by().values_list("pk", flat=True))
    contests = [
        Commended(
            name=_edition_name(row),
            decision="",
            presented_on=row.awarded_on,
            presented_by="",
            counts=_counts(row),
            provenance=row.provenance,
            url=reverse("contest", args=[row.pk]) if row.pk in shown else "",
        )
        for row in editions.order_by("year", "pk")
    ]
    return awards + contests


def milestones_of(movement: Movement) -> QuerySet[Milestone]:
    """Return what was reached within `movement`."""
    return movement.milestones.order_by("reached_on", "pk")


def events_of(movement: Movement) -> QuerySet[Event]:
    """Return the events hosted within `movement`, with their partners in protocol order."""
    return movement.events.prefetch_related(Prefetch("partners")).order_by("order", "starts_on", "pk")


def drives_of(movement: Movement) -> QuerySet[Drive]:
    """Return the drives that collect within `movement`, by name."""
    return movement.drives.order_by("name", "pk")


def gifts_of(movement: Movement) -> list[GiftLine]:
    """Return the total of each kind of gift to the drives of `movement`; two queries.

    Invented gifts are summed only where there are no others: a stated sum must stay what was stated.
    """
    gifts = Gift.objects.filter(drive__in=movement.drives.values("pk"))
    stated = gift_totals(gifts.exclude(provenance=Provenance.ILLUSTRATIVE))
    known = {row.kind for row in stated}
    invented = [row for row in gift_totals(gifts) if row.kind not in known]
    return [
        GiftLine(
            kind=str(GiftKind(row.kind).label),
            total=_total(row),
            amount=row.amount,
            gifts=row.gifts,
            as_of=row.as_of,
            provenance=Provenance.ILLUSTRATIVE if row.kind not in known else Provenance.RECORDED,
        )
        for row in stated + invented
    ]


def _total(row: GiftTotal) -> str:
    """Return «trên 20 tỷ đồng», «1.200 m²», or "" where no gift of the kind states an amount."""
    if row.amount is None:
        return ""
    comparator = Comparator.ABOVE if row.is_lower_bound else Comparator.EQUAL
    return comparator.phrase(_quantity(row), formats.page_language())


def _quantity(row: GiftTotal) -> str:
    assert row.amount is not None
    if row.kind == GiftKind.LAND:
        return formats.quantity(row.amount, "m²")
    if row.kind == GiftKind.LABOUR:
        return formats.quantity(row.amount, _("days of labour"))
    return formats.money(row.amount)


def _counts(row: Conferral | Edition) -> tuple[KindCount, ...]:
    counted = ((kind, getattr(row, f"{kind.value}s")) for kind in RecipientKind)
    return tuple(KindCount(str(kind.label), count) for kind, count in counted if count)


def _public_decision(row: Conferral, choices: PublicChoices) -> str | None:
    return _decision(row) if PublicField.DECISION in choices.of(row.award_code) else None


def _decision_url(row: Conferral, public: PublicAsking) -> str:
    return (
        reverse("public-decision", args=[row.pk])
        if public.tells(row.award_code, PublicField.DECISION)
        else ""
    )


def _decision(row: Conferral) -> str:
    if not row.decision_number:
        return ""
    if row.decision_date is None:
        return f"{row.decision_number} ({row.decided_year})" if row.decided_year else row.decision_number
    return _("%(number)s of %(day)s") % {
        "number": row.decision_number,
        "day": formats.day(row.decision_date),
    }


def _edition_name(row: Edition) -> str:
    """Return «Giải thưởng … lần thứ V», or a contest with its genre: «Cuộc thi viết “…”»."""
    competition = row.competition
    if competition.kind == CompetitionKind.CONTEST:
        name = f"{competition.genre or _('contest')} “{competition.name}”"
        return name[:1].upper() + name[1:]
    if row.number is None:
        return competition.name
    return _("%(name)s, edition %(number)s") % {"name": competition.name, "number": roman(row.number)}
