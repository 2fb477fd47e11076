"""What somebody reads before a decision goes on: who, votes, differences, opinions against, shares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from thidua.decisions.models import Decision, DecisionLine, ProposedLine
from thidua.decisions.nominees import nominations_of
from thidua.decisions.papers.grouping import groups_of
from thidua.decisions.queries import difference_from_council
from thidua.nominations.enums import AgencyAnswer, OpinionStance
from thidua.nominations.models import AgencyConsultation, Dossier, Nomination, Opinion
from thidua.nominations.queries.fairness import shares_of
from thidua.web.shell.shares import ToldShare, shares_told
from thidua.web.workspace.signing.states import difference_in_words

_Votes = dict[int, tuple[int | None, int | None]]


@dataclass(frozen=True)
class ReadLine:
    """A recipient with the votes for and of how many; None where no council voted."""

    line: DecisionLine
    votes_yes: int | None
    votes_of: int | None


@dataclass(frozen=True)
class ReadGroup:
    """Collectives, individuals or households of one award."""

    heading: str
    rows: tuple[ReadLine, ...]


@dataclass(frozen=True)
class Reading:
    """The list of a decision. `money` in đồng, None while an amount is open; `not_passed`: who must not be in it."""

    granted: list[DecisionLine]
    refused: list[DecisionLine]
    money: int | None
    awards: list[tuple[str, list[ReadGroup]]]
    dossiers: list[Dossier]
    differences: list[str]
    not_passed: tuple[Nomination, ...]
    shares: list[ToldShare]


def reading_of(row: Decision) -> Reading:
    """Return what is read of a decision; a fixed number of queries."""
    lines = list(row.lines.select_related("nomination__dossier").order_by("ordinal", "pk"))
    granted = [line for line in lines if not line.refusal]
    refused = [line for line in lines if line.refusal]
    dossiers = list({one.dossier_id: one.dossier for one in nominations_of(lines)}.values())
    differs = difference_from_council(dossiers, nominations_of(granted))
    taken_out = {line.nomination_id for line in refused}
    missing = tuple(one for one in differs.missing if one.pk not in taken_out)
    known = [line.bonus_amount for line in granted if line.bonus_amount is not None]
    return Reading(
        granted=granted,
        refused=refused,
        money=sum(known) if len(known) == len(granted) else None,
        awards=_awards(row, granted),
        dossiers=dossiers,
        differences=difference_in_words(type(differs)(missing, differs.added), refused),
        not_passed=differs.added,
        shares=_shares(granted),
    )


def opinions_against(dossiers: Sequence[Dossier]) -> QuerySet[Opinion]:
    """Return what the public said against the nominees of dossiers; one query."""
    rows = Opinion.objects.filter(consultation__dossier__in=dossiers, stance=OpinionStance.AGAINST)
    return rows.select_related("nomination").order_by("pk")


def agencies_against(dossiers: Sequence[Dossier]) -> QuerySet[AgencyConsultation]:
    """Return the agencies that object to dossiers; one query."""
    return AgencyConsultation.objects.filter(dossier__in=dossiers, answer=AgencyAnswer.OBJECTS).order_by("pk")


def _awards(row: Decision, granted: list[DecisionLine]) -> list[tuple[str, list[ReadGroup]]]:
    proposed = ProposedLine.objects.filter(submission=row.submission_id)
    rows = proposed.filter(nomination__isnull=False).values_list("nomination_id", "votes_yes", "votes_of")
    votes: _Votes = {pk: (yes, of) for pk, yes, of in rows if pk is not None}
    found = []
    for code in dict.fromkeys(line.award_code for line in granted):
        own = [line for line in granted if line.award_code == code]
        groups = [
            ReadGroup(
                group.heading,
                tuple(ReadLine(line, *_votes_on(line, votes)) for line in group.rows),
            )
            for group in groups_of(own)
        ]
        found.append((own[0].award_name, groups))
    return found


def _votes_on(line: DecisionLine, votes: _Votes) -> tuple[int | None, int | None]:
    return (None, None) if line.nomination_id is None else votes.get(line.nomination_id, (None, None))


def _shares(granted: list[DecisionLine]) -> list[ToldShare]:
    ids = [one.pk for one in nominations_of(granted)]
    if not ids:
        return []
    year = max(line.counting_year for line in granted)
    return shares_told(shares_of(Nomination.objects.filter(pk__in=ids), year))
