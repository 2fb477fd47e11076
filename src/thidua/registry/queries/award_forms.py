"""Old papers that name an award in free words."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count

from thidua.accounts.models import User
from thidua.registry.access import conferrals_without_code
from thidua.registry.importing.award_names import Suggestion, suggestions


@dataclass(frozen=True)
class UnmatchedForm:
    """A form of commendation without a code: how often it stands there, and the likeliest award of the law book."""

    form: str
    conferrals: int
    recipients: int
    suggestion: Suggestion | None


def unmatched_forms(user: User) -> list[UnmatchedForm]:
    """Return the forms without a code that `user` may match, those with most recipients first; one query."""
    rows = (
        conferrals_without_code(user)
        .order_by()
        .values_list("award_form")
        .annotate(conferrals=Count("pk", distinct=True), recipients=Count("awards"))
    )
    found = list(rows.order_by("-recipients", "award_form"))
    likely = suggestions(form for form, _conferrals, _recipients in found)
    return [UnmatchedForm(form, many, got, likely[form]) for form, many, got in found]
