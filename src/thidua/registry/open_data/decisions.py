"""A decision as the public may read it: what it grants, as far as that is public."""

from __future__ import annotations

from thidua.registry.models import Conferral
from thidua.registry.open_data.asking import PublicAsking
from thidua.registry.open_data.fields import PublicField
from thidua.registry.open_data.words import without_personal


def public_papers(pk: int, public: PublicAsking) -> list[Conferral]:
    """Return the conferrals of the decision that conferral `pk` belongs to, as far as they are public.

    Those of one number, day and body are one decision; [] where there is none, or it is kept back. Two queries.
    """
    shown = public.papers(PublicField.DECISION)
    rows = Conferral.objects.filter(shown).select_related("deciding_unit").order_by("pk")
    one = rows.filter(pk=pk).first()
    if one is None or not one.decision_number or one.decision_date is None:
        return [one] if one is not None else []
    return list(
        rows.filter(
            deciding_unit=one.deciding_unit_id,
            decision_number=one.decision_number,
            decision_date=one.decision_date,
            authority=one.authority,
        )
    )


def public_reason(paper: Conferral, public: PublicAsking) -> str:
    """Return the achievement that a decision names, "" where it is kept back."""
    chosen = public.choices.of(paper.award_code)
    return without_personal(paper.reason) if PublicField.REASON in chosen else ""
