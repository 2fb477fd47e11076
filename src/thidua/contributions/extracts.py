"""What hangs on the gifts of a person, for the extract of all that is held about them."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.contributions.models import Pledge
from thidua.orgs.access import may_anywhere
from thidua.registry.extract import ExtractSection
from thidua.registry.extract.rows import followed, row_of, told_fields
from thidua.support.audit.words import subject_words


def of_gifts(ids: frozenset[int], by: User | None) -> Iterable[ExtractSection]:
    """Return the promises that gifts of the persons or their households kept; for those who keep gifts."""
    if not may_anywhere(by, Right.KEEP_GIFTS):
        return
    fields = told_fields(Pledge, "")
    theirs = Q(receipts__gift__person__in=ids) | Q(receipts__gift__household__head__in=ids)
    rows = Pledge.objects.filter(theirs).select_related(*followed(fields)).order_by("pk").distinct()
    key = Pledge._meta.label_lower
    yield ExtractSection(key, subject_words(key), tuple(row_of(one, fields) for one in rows))
