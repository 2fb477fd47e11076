"""Certificates found by what a person remembers of them, and how far a decision's certificates have got."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from django.db.models import Count, Max, Q, QuerySet

from thidua.core.vietnamese.fold import fold
from thidua.decisions.enums import CertificateState
from thidua.decisions.models import Certificate, Decision, PrintBatch
from thidua.registry.enums import AwardStatus
from thidua.support.documents.proof.codes import read_code
from thidua.support.refusals import Refused

_LARGEST = 2**31 - 1
# Certificates that count: an award cancelled in the register itself takes its certificate along.
COUNTING: Final = Q(state=CertificateState.VALID, line__award__status=AwardStatus.ACTIVE)


@dataclass(frozen=True)
class AwardProgress:
    """How many valid certificates of one award of a decision there are, are printed, and are handed over."""

    award_code: str
    award_name: str
    total: int
    printed: int
    given: int

    @property
    def to_print(self) -> int:
        """How many were never printed."""
        return self.total - self.printed

    @property
    def to_give(self) -> int:
        """How many are printed and still here."""
        return self.printed - self.given


def searched(
    rows: QuerySet[Certificate], typed: str, *, of_one_decision: bool = False
) -> QuerySet[Certificate]:
    """Return the certificates that `typed` may mean: a name, a code, a golden-book or a decision number.

    Names are found without marks. A number means both; «12/QĐ-UBND» means the decision alone. Within one decision
    a number is that of the golden book.
    """
    words = " ".join(typed.split())
    meant = Q(line__nomination__folded_name__contains=fold(words))
    meant |= Q(line__prize_result__search_text__contains=fold(words))
    with suppress(Refused):
        meant |= Q(code=read_code(words))
    number, slash, _symbol = words.partition("/")
    if number.isascii() and number.isdigit() and int(number) <= _LARGEST:
        if not of_one_decision:
            meant |= Q(line__decision__number=int(number))
        if not slash:
            meant |= Q(line__ordinal=int(number))
    return rows.filter(meant)


def progress_of(decision: Decision) -> tuple[AwardProgress, ...]:
    """Return how far the valid certificates of a decision have got, award by award; one query."""
    rows = Certificate.objects.filter(COUNTING, line__decision=decision)
    counted = (
        rows.order_by()
        .values("line__award_code", "line__award_name")
        .annotate(
            total=Count("pk"),
            printed=Count("pk", filter=Q(printed_at__isnull=False)),
            given=Count("pk", filter=Q(handing_over__isnull=False)),
            place=Max("line__ordinal"),
        )
        .order_by("place")
    )
    return tuple(
        AwardProgress(
            row["line__award_code"], row["line__award_name"], row["total"], row["printed"], row["given"]
        )
        for row in counted
    )


def batches_of(decision: Decision) -> QuerySet[PrintBatch]:
    """Return the batches of a decision, newest first, each with `ready` and `part_count` of its page ranges."""
    return (
        decision.print_batches.select_related("started_by")
        .annotate(part_count=Count("parts"), ready=Count("parts", filter=Q(parts__file__isnull=False)))
        .order_by("-pk")
    )
