"""What hangs on the role models of a person, for the extract of all that is held about them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from django.db import models
from django.db.models import Q

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.movements.models import ConsentRecord, RoleModelProposal, RoleModelStory
from thidua.orgs.access import may_anywhere
from thidua.registry.extract import ExtractSection
from thidua.registry.extract.rows import followed, row_of, told_fields
from thidua.support.audit.words import subject_words

# Who proposed somebody is another person's own.
_NEVER_TOLD: Final = {"proposer_name", "proposer_contact"}
_ROADS: Final[tuple[tuple[type[models.Model], str], ...]] = (
    (RoleModelProposal, "role_model"),
    (ConsentRecord, "role_model"),
    (RoleModelStory, "role_model"),
)


def of_role_models(ids: frozenset[int], by: User | None) -> Iterable[ExtractSection]:
    """Return proposals, consents and stories of role models that are the persons or their households."""
    if not may_anywhere(by, Right.SEE_RECORDS):
        return
    for model, road in _ROADS:
        fields = [field for field in told_fields(model, road) if field.name not in _NEVER_TOLD]
        about = Q(**{f"{road}__person__in": ids}) | Q(**{f"{road}__household__head__in": ids})
        rows: Any = model._default_manager.filter(about).select_related(*followed(fields)).order_by("pk")
        key = model._meta.label_lower
        yield ExtractSection(key, subject_words(key), tuple(row_of(one, fields) for one in rows))
