"""An award as the public may read it: the one place that says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from thidua.registry.enums import AwardStatus, RecipientKind
from thidua.registry.models import Award
from thidua.registry.open_data.communes import Communes
from thidua.registry.open_data.fields import Chosen, PublicChoices, PublicField, read_choices
from thidua.registry.open_data.words import commune_in, is_dwelling, without_personal


@dataclass(frozen=True)
class PublicAward:
    """What may be read; None for a field that the Board keeps back, "" for one of which nothing is known.

    `status` is told of every award: one that was cancelled or stripped stands there as such.
    """

    id: int
    award_code: str
    award: str
    recipient_kind: str
    name: str | None
    post: str | None
    unit: str | None
    commune: str | None
    year: int | None
    decision_number: str | None
    decision_date: date | None
    decided_by: str | None
    reason: str | None
    status: str
    status_on: date | None
    status_decision: str
    provenance: str


class PublicView:
    """Shows awards as the public may read them; a fixed number of queries whatever the rows.

    `places`: of the awards that will be shown, where they are few; `choices`: those in force, where they are known.
    """

    def __init__(
        self, places: Iterable[int | None] | None = None, choices: PublicChoices | None = None
    ) -> None:
        self.choices = read_choices() if choices is None else choices
        self._communes = Communes(
            None if places is None else [place for place in places if place is not None]
        )

    def of(self, awards: Iterable[Award]) -> Iterator[PublicAward]:
        """Yield the awards that are published, in their order; read with `conferral__deciding_unit`."""
        for award in awards:
            chosen = self.choices.of(award.conferral.award_code)
            if chosen:
                yield self._shown(award, chosen)

    def _shown(self, award: Award, chosen: Chosen) -> PublicAward:
        paper = award.conferral
        unit, commune = self._where(award)
        # Who keeps the name back must not tell it by the post.
        posts = chosen & {PublicField.NAME, PublicField.POST}
        decision = PublicField.DECISION in chosen
        return PublicAward(
            id=award.pk,
            award_code=paper.award_code,
            award=paper.award_form,
            recipient_kind=award.recipient_kind,
            name=without_personal(award.recipient_name) if PublicField.NAME in chosen else None,
            post=without_personal(award.post_then) if len(posts) == 2 else None,
            unit=unit if PublicField.UNIT in chosen else None,
            commune=commune if PublicField.COMMUNE in chosen else None,
            year=award.year if PublicField.YEAR in chosen else None,
            decision_number=paper.decision_number if decision else None,
            decision_date=paper.decision_date if decision else None,
            decided_by=paper.decided_by if decision else None,
            reason=without_personal(paper.reason) if PublicField.REASON in chosen else None,
            status=award.status,
            status_on=award.status_on if award.status != AwardStatus.ACTIVE else None,
            status_decision=award.status_decision,
            provenance=award.provenance,
        )

    def _where(self, award: Award) -> tuple[str, str]:
        """Return unit and commune. Where somebody lives no more is told than the commune."""
        paper = award.conferral
        day = paper.decision_date or paper.presented_on or date(award.year, 12, 31)
        commune = self._communes.name(award.place_id, day) or commune_in(award.unit_then)
        if award.recipient_kind == RecipientKind.HOUSEHOLD or is_dwelling(award.unit_then):
            return "", commune
        return without_personal(award.unit_then), commune


def public_view(awards: Iterable[Award], choices: PublicChoices | None = None) -> list[PublicAward]:
    """Return the awards of a page that are published, as the public may read them; see `PublicView.of`."""
    rows = list(awards)
    return list(PublicView((row.place_id for row in rows), choices).of(rows))
