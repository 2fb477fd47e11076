"""The lists of a decision, the golden book, and the list for handing over."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from thidua.decisions.enums import IN_EFFECT, CertificateState
from thidua.decisions.models import Certificate, Decision, DecisionLine, HandingOver
from thidua.decisions.papers.grouping import groups_of
from thidua.orgs.models import Unit


@dataclass(frozen=True)
class AnnexGroupRows:
    """A group of a list: «I. TẬP THỂ (27)»."""

    heading: str
    lines: tuple[DecisionLine, ...]


def annex_of(decision: Decision) -> tuple[tuple[str, tuple[AnnexGroupRows, ...]], ...]:
    """Return (award as printed, its groups) for each award: I. collectives, II. individuals, III. households.

    Granted lines only, in the order of their golden-book numbers; one query.
    """
    lines = list(decision.lines.filter(refusal="").order_by("ordinal"))
    found = []
    for code in dict.fromkeys(line.award_code for line in lines):
        own = [line for line in lines if line.award_code == code]
        groups = tuple(AnnexGroupRows(group.heading, group.rows) for group in groups_of(own))
        found.append((own[0].award_name, groups))
    return tuple(found)


def golden_book(unit: Unit, year: int) -> QuerySet[DecisionLine]:
    """Return the lines of a year's decisions in the order of the book, with decision, award and certificates.

    `every_certificate` holds all of a line, replaced and cancelled ones too, with their events.
    """
    rows = DecisionLine.objects.filter(
        decision__unit=unit, decision__year=year, decision__state__in=IN_EFFECT, refusal=""
    )
    every = Certificate.objects.order_by("pk").prefetch_related("events")
    found = _with_certificates(rows).prefetch_related(
        Prefetch("certificates", queryset=every, to_attr="every_certificate")
    )
    return found.order_by("decision__decided_on", "decision__number", "ordinal")


def handing_over_list(decision: Decision) -> QuerySet[DecisionLine]:
    """Return the granted lines of a decision with certificate and handing over, in the order of the list."""
    return _with_certificates(decision.lines.filter(refusal="")).order_by("ordinal")


def _with_certificates(rows: QuerySet[DecisionLine]) -> QuerySet[DecisionLine]:
    valid = Certificate.objects.filter(state=CertificateState.VALID).select_related("handing_over")
    return rows.select_related("decision", "award", "nomination__dossier__unit").prefetch_related(
        Prefetch("certificates", queryset=valid, to_attr="valid_certificates"),
        Prefetch("handings_over", queryset=HandingOver.objects.order_by("-pk"), to_attr="given"),
    )
