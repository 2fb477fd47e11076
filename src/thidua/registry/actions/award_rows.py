"""The rows of a list of recipients: an award keeps its row as long as its line stays in the list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from thidua.core.law.reading import load_law
from thidua.registry.actions.recipient_names import names_of, recount_names, store_awards
from thidua.registry.content import RecipientLine
from thidua.registry.enums import AwardStatus, CommendationType
from thidua.registry.models import Award, Conferral
from thidua.support.refusals import Refused


def present_awards(conferral: Conferral) -> list[tuple[Award, RecipientLine]]:
    """Return the awards of the list in its order, each with the line it was written from; one query."""
    awards = conferral.awards.select_related("person", "unit", "household__head").order_by("ordinal")
    return [(award, _line_of(award)) for award in awards]


def _line_of(award: Award) -> RecipientLine:
    return RecipientLine(
        kind=award.recipient_kind,
        name=award.recipient_name,
        post_then=award.post_then,
        unit_then=award.unit_then,
        person=award.person,
        unit=award.unit,
        household=award.household,
        counting_year=award.counting_year,
        commendation_type=award.commendation_type,
        recipient_class=award.recipient_class,
        enterprise=award.enterprise,
        woman=award.woman,
        ethnic_minority=award.ethnic_minority,
        birth_year=award.birth_year,
        provenance=award.provenance,
    )


def write_lines(
    conferral: Conferral, lines: Sequence[RecipientLine], ordinals: Sequence[int] | None = None
) -> None:
    """Store the lines of a conferral that has none; the ordinal is the line's number in the golden book.

    `ordinals`: the numbers of a decision that gives several awards, and counts through all of them.
    """
    store_awards(
        [
            Award(conferral=conferral, ordinal=ordinal, **_columns(conferral, line))
            for ordinal, line in zip(ordinals or range(1, len(lines) + 1), lines, strict=True)
        ]
    )


def _columns(conferral: Conferral, line: RecipientLine) -> dict[str, object]:
    """Return the columns of a line under its conferral: an emulation title is given for merit unless said."""
    values = line.values()
    values["commendation_type"] = values["commendation_type"] or usual_type(conferral.award_code)
    values["year"] = award_year(line.counting_year, conferral)
    return values


def award_year(counting_year: int | None, conferral: Conferral) -> int:
    """Return the year the register files an award under: the counting year, else that of the paper."""
    day = conferral.decision_date or conferral.presented_on
    year = counting_year or (day.year if day else conferral.decided_year)
    assert year is not None  # conferral_dated
    return year


def usual_type(award_code: str) -> str:
    """Return the type of commendation an award is given for when nobody says: merit for titles, else empty."""
    award = load_law().awards.get(award_code) if award_code else None
    return CommendationType.MERIT if award and award.kind == "emulation_title" else ""


def rewrite_lines(conferral: Conferral, lines: Sequence[RecipientLine]) -> None:
    """Make the stored list read as `lines`. A line that stays keeps its row, and whatever hangs on it."""
    stored: dict[str, list[Award]] = defaultdict(list)
    for award, line in present_awards(conferral):
        stored[line.told()].append(award)
    top = max((award.ordinal for rows in stored.values() for award in rows), default=0)
    places = [(ordinal, line, stored[line.told()]) for ordinal, line in enumerate(lines, start=1)]
    kept = [(ordinal, rows.pop(0)) if rows else (ordinal, line) for ordinal, line, rows in places]
    _remove([award for rows in stored.values() for award in rows])
    staying = [(ordinal, one) for ordinal, one in kept if isinstance(one, Award)]
    for shift in (top + len(lines), 0):  # two steps: no two rows may ever have one number
        for ordinal, award in staying:
            award.ordinal = ordinal + shift
        Award.objects.bulk_update([award for _ordinal, award in staying], ["ordinal"])
    store_awards(
        [
            Award(conferral=conferral, ordinal=ordinal, **_columns(conferral, one))
            for ordinal, one in kept
            if isinstance(one, RecipientLine)
        ]
    )


def _remove(awards: Sequence[Award]) -> None:
    """Delete lines entered by mistake; raises Refused for those that were cancelled or led to a certificate."""
    ended = [award.recipient_name for award in awards if award.status != AwardStatus.ACTIVE]
    if ended:
        raise Refused(
            {
                "recipients": _("A cancelled award stays in the list. Put these back: %(names)s.")
                % {"names": "; ".join(ended)}
            }
        )
    leaving = Award.objects.filter(pk__in=[award.pk for award in awards])
    names = names_of(leaving)
    try:
        leaving.delete()
    except ProtectedError as fault:
        raise Refused(
            {
                "recipients": _(
                    "Other records rest on an award of the list, so it cannot be left out. Cancel it by a decision."
                )
            }
        ) from fault
    recount_names(names)
