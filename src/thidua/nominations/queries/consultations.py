"""Consultations: what is awaited, and the evidence sheet that goes into the dossier."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Count, Min, Q, QuerySet

from thidua.accounts.rights import Right
from thidua.nominations import access
from thidua.nominations.enums import MAY_STILL_BECOME, AgencyAnswer, DossierState, OpinionStance, OpinionState
from thidua.nominations.models import AgencyConsultation, Dossier, Opinion, PublicConsultation
from thidua.orgs.access import Visitor, units_where

# Of these dossiers nothing comes any more: an open consultation about them is shown to nobody.
BROKEN_OFF: Final = (DossierState.WITHDRAWN, DossierState.CANCELLED)


@dataclass(frozen=True)
class EvidenceSheet:
    """What proves that the public was asked. Opinions are those that may be read, without hidden names."""

    consultation: PublicConsultation
    nominees: tuple[str, ...]
    received: int
    published: int
    kept_back: int
    objections: int
    answered: int
    opinions: tuple[tuple[str, str], ...]  # (who, text); who is empty where the name is hidden


def evidence_sheet(consultation: PublicConsultation) -> EvidenceSheet:
    """Return the sheet of a consultation; two queries."""
    rows = list(consultation.opinions.all())
    states = Counter(row.state for row in rows)
    return EvidenceSheet(
        consultation=consultation,
        nominees=tuple(consultation.dossier.nominations.values_list("recipient_name", flat=True)),
        received=len(rows),
        published=states[OpinionState.PUBLISHED],
        kept_back=states[OpinionState.KEPT_BACK],
        objections=sum(row.stance == OpinionStance.AGAINST for row in rows),
        answered=sum(bool(row.answer) for row in rows),
        opinions=tuple(public_words(row) for row in rows if row.state == OpinionState.PUBLISHED),
    )


def public_words(opinion: Opinion) -> tuple[str, str]:
    """Return who says what, as everybody may read it."""
    return (opinion.sender_name if opinion.show_name else "", opinion.text)


def open_to_the_public(today: date) -> QuerySet[PublicConsultation]:
    """Return the consultations that everybody may read and answer on a day, the first to end first.

    Each carries `nominees`, how many are named in it.
    """
    rows = PublicConsultation.objects.filter(
        closed_at__isnull=True, opened_on__lte=today, closes_on__gte=today
    )
    rows = rows.exclude(dossier__state__in=BROKEN_OFF).select_related("dossier__unit")
    named = Count("dossier__nominations", filter=Q(dossier__nominations__outcome__in=MAY_STILL_BECOME))
    return rows.annotate(nominees=named).order_by("closes_on", "pk")


def is_open_to_the_public(consultation: PublicConsultation, today: date) -> bool:
    """Tell whether everybody may speak in it on a day; its last day counts to midnight."""
    return (
        consultation.closed_at is None
        and consultation.opened_on <= today <= consultation.closes_on
        and consultation.dossier.state not in BROKEN_OFF
    )


@dataclass(frozen=True)
class OpinionsWaiting:
    """How many opinions about a dossier wait for moderation; `due` is when the open consultation closes."""

    code: str
    count: int
    due: date | None


def opinions_waiting(user: Visitor | None, today: date) -> list[OpinionsWaiting]:
    """Return the opinions that wait for the offices in which `user` consults, by dossier; one query."""
    units = units_where(user, Right.CONSULT, today).order_by().values("pk")
    rows = (
        Opinion.objects.filter(state=OpinionState.WAITING, consultation__dossier__deciding_unit__in=units)
        .exclude(consultation__dossier__state__in=BROKEN_OFF)
        .values("consultation__dossier__code")
        .annotate(
            count=Count("pk"),
            due=Min("consultation__closes_on", filter=Q(consultation__closed_at__isnull=True)),
        )
        .order_by("consultation__dossier__code")
    )
    return [OpinionsWaiting(row["consultation__dossier__code"], row["count"], row["due"]) for row in rows]


def answers_awaited(user: Visitor | None, today: date) -> QuerySet[AgencyConsultation]:
    """Return the agencies that have still to answer the offices of `user`, the soonest due first."""
    dossiers: QuerySet[Dossier] = access.in_appraisal_of(user, today)
    rows = AgencyConsultation.objects.filter(answer=AgencyAnswer.AWAITED, dossier__in=dossiers.values("pk"))
    return rows.select_related("dossier").order_by("due_on", "pk")
