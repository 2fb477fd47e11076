"""What everybody may read of a public consultation: never a sender, and no count while people may still speak."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from thidua.nominations.enums import MAY_STILL_BECOME, OpinionState
from thidua.nominations.models import Nomination, Opinion, PublicConsultation
from thidua.nominations.queries.consultations import BROKEN_OFF

_PUBLISHED = Q(opinions__state=OpinionState.PUBLISHED)
_KEPT_BACK = Q(opinions__state=OpinionState.KEPT_BACK)


@dataclass(frozen=True)
class PublicOpinion:
    """A moderated opinion with its answer, and nothing of who sent it.

    `nominee` is empty where the whole list is meant, or the nominee is no longer named.
    """

    nominee: str
    on_whole_list: bool
    text: str
    answer: str


@dataclass(frozen=True)
class PublicNumbers:
    """How many opinions came, and what became of them; never how many were for or against: it is no vote."""

    received: int
    published: int
    kept_back: int
    answered: int


def before_the_public() -> QuerySet[PublicConsultation]:
    """Return every consultation that has a page: open, waiting to be summed up, or closed."""
    rows = PublicConsultation.objects.exclude(closed_at__isnull=True, dossier__state__in=BROKEN_OFF)
    return rows.select_related("dossier__unit", "dossier__deciding_unit")


def over(today: date) -> QuerySet[PublicConsultation]:
    """Return the consultations in which nobody may speak any more, the last first; closed ones carry `received`."""
    rows = before_the_public().filter(Q(closed_at__isnull=False) | Q(closes_on__lt=today))
    counted = Count("opinions", filter=Q(closed_at__isnull=False))
    return rows.annotate(received=counted).order_by("-closes_on", "-pk")


def nominees_before_the_public(consultation: PublicConsultation) -> QuerySet[Nomination]:
    """Return the nominees of the list: name, post, unit, award and one line of their deed; nothing else may be shown.

    Who was withdrawn or refused is not named any more.
    """
    rows = Nomination.objects.filter(dossier=consultation.dossier_id, outcome__in=MAY_STILL_BECOME)
    return rows.defer("report", "folded_name").order_by("ordinal")


def numbers_of(consultation: PublicConsultation) -> PublicNumbers | None:
    """Return the numbers once the consultation is closed; None before. One query."""
    if consultation.closed_at is None:
        return None
    counted = PublicConsultation.objects.filter(pk=consultation.pk).aggregate(
        received=Count("opinions"),
        published=Count("opinions", filter=_PUBLISHED),
        kept_back=Count("opinions", filter=_KEPT_BACK),
        answered=Count("opinions", filter=~Q(opinions__answer="") & Q(opinions__isnull=False)),
    )
    return PublicNumbers(**counted)


def opinions_to_read(consultation: PublicConsultation) -> list[PublicOpinion]:
    """Return the published opinions once the consultation is closed; none before. One query."""
    if consultation.closed_at is None:
        return []
    rows = consultation.opinions.filter(state=OpinionState.PUBLISHED).select_related("nomination")
    return [_as_everybody_reads_it(row) for row in rows]


def opinion_of(code: str) -> Opinion | None:
    """Return the opinion that was sent with `code`, or None."""
    rows = Opinion.objects.filter(code=code).select_related("consultation__dossier")
    return rows.first() if code else None


def _as_everybody_reads_it(row: Opinion) -> PublicOpinion:
    about = row.nomination
    return PublicOpinion(
        nominee=about.recipient_name if about and about.outcome in MAY_STILL_BECOME else "",
        on_whole_list=about is None,
        text=row.text,
        answer=row.answer,
    )
