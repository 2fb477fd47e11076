"""What a decision grants, as lines of the register: a conferral for each award and movement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.decisions.models import Decision, DecisionLine
from thidua.movements.actions import link_granted
from thidua.movements.models import Movement
from thidua.nominations.models import Nomination
from thidua.orgs.enums import UnitKind
from thidua.orgs.models import Unit
from thidua.registry.actions import ConferralContent, RecipientLine, grant_awards
from thidua.registry.enums import PEOPLE, RecipientClass, RecipientKind
from thidua.registry.models import Award
from thidua.support.files.models import StoredFile


def by_award_and_movement(
    nominees: Iterable[Nomination],
) -> dict[tuple[str, Movement | None], list[Nomination]]:
    """Return the nominees in groups that are one conferral each: the report of a movement counts its own."""
    groups: dict[tuple[str, Movement | None], list[Nomination]] = {}
    for one in nominees:
        groups.setdefault((one.award_code, one.dossier.movement), []).append(one)
    return groups


def confer(
    *,
    unit: Unit,
    content: ConferralContent,
    movement: Movement | None,
    nominees: Sequence[Nomination],
    ordinals: Sequence[int],
    file: StoredFile | None,
    right: Right,
    by: User | None,
) -> list[Award]:
    """Record `nominees` as recipients of one conferral, given in `movement`; raises as `grant_awards` does."""
    awards = grant_awards(
        deciding_unit=unit,
        content=replace(content, occasion=movement.short_name) if movement else content,
        recipients=[recipient_of(one) for one in nominees],
        ordinals=ordinals,
        decision_file=file,
        right=right,
        by=by,
    )
    if movement:
        link_granted(conferral=awards[0].conferral, movement=movement, by=by)
    return awards


def confer_prizes(row: Decision, lines: Sequence[DecisionLine], by: User | None) -> list[Award]:
    """Record the winners of one prize of the signed decision as recipients; raises as `grant_awards` does."""
    return grant_awards(
        deciding_unit=row.unit,
        content=ConferralContent(
            award_form=lines[0].award_name,
            decision_number=row.full_number,
            decision_date=row.decided_on,
            reason=row.achievement,
            provenance=row.provenance,
        ),
        recipients=[
            RecipientLine(
                kind=line.recipient_kind,
                name=line.recipient_name,
                unit_then=line.post_unit,
                counting_year=line.counting_year,
                provenance=row.provenance,
            )
            for line in lines
        ],
        ordinals=[line.ordinal or 0 for line in lines],
        decision_file=row.signed_file,
        right=Right.DECIDE,
        by=by,
    )


def recipient_of(one: Nomination) -> RecipientLine:
    """Return a nominee as a line of the register."""
    return RecipientLine(
        kind=one.recipient_kind,
        name=one.recipient_name,
        post_then=one.post_then,
        unit_then=one.unit_then,
        person=one.person,
        unit=one.unit,
        household=one.household,
        counting_year=one.counting_year,
        commendation_type=one.commendation_type,
        recipient_class=class_of(one),
        enterprise=_is_enterprise(one),
        woman=one.woman,
        ethnic_minority=one.ethnic_minority,
        birth_year=one.birth_year,
        provenance=one.provenance,
    )


def class_of(one: Nomination) -> str:
    """Return the class of recipient that the nomination tells: the posts of leaders are not told by it."""
    if one.recipient_kind not in PEOPLE:
        return ""
    if one.worker_kind == "business_person":
        return RecipientClass.ENTREPRENEUR
    return RecipientClass.DIRECT_WORKER if one.direct_worker else ""


def _is_enterprise(one: Nomination) -> bool | None:
    """Tell whether a collective is an enterprise; None where the nomination names neither kind nor unit."""
    if one.recipient_kind != RecipientKind.COLLECTIVE:
        return None
    if one.worker_kind:
        return one.worker_kind in ("enterprise", "economic_organisation")
    return one.unit.kind == UnitKind.ENTERPRISE if one.unit else None
