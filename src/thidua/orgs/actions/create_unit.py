"""Make a unit."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.vietnamese.dates import format_date
from thidua.core.vietnamese.fold import fold
from thidua.core.vietnamese.hygiene import clean_line
from thidua.orgs.access import require
from thidua.orgs.actions.naming import build_name, logged, unit_sort_key
from thidua.orgs.actions.placement_rows import place_unit
from thidua.orgs.drafts import UnitDraft
from thidua.orgs.level_words import bare_name
from thidua.orgs.models import Unit
from thidua.orgs.periods import Span
from thidua.orgs.queries.as_of import children, path_on
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused, Sentence


def create_unit(*, draft: UnitDraft, by: User | None, act: str = "") -> Unit:
    """Make the unit of `draft` and return it.

    Raises NotAllowed without the right on its parent, Refused when the name is missing or already used below
    that parent, the key is taken, or the parent does not exist on the first day.
    """
    require(by, Right.MANAGE_UNITS, draft.parent)
    draft = _cleaned(draft)
    faults = _faults(draft)
    if faults:
        raise Refused(faults)
    with transaction.atomic():
        unit = Unit.objects.create(
            key=draft.key or _free_key(draft),
            hierarchy=draft.hierarchy,
            kind=draft.kind,
            name=draft.name,
            short_name=draft.short_name,
            sort_key=unit_sort_key(draft.short_name),
            official_code=draft.official_code,
            exists_from=draft.exists_from,
            source=draft.source,
            note=draft.note,
            provenance=draft.provenance,
        )
        build_name(
            unit,
            name=draft.name,
            short_name=draft.short_name,
            official_code=draft.official_code,
            valid_from=draft.exists_from,
            act=act,
        ).save()
        place_unit(unit, draft.parent, Span(draft.exists_from, None), act)
        record(
            by=by,
            action="orgs.unit_created",
            subject=unit,
            details={
                "key": unit.key,
                "kind": unit.kind,
                "parent": logged(draft.parent) if draft.parent else "",
                "from": draft.exists_from,
                "act": act,
            },
        )
    return unit


def _cleaned(draft: UnitDraft) -> UnitDraft:
    name = clean_line(draft.name)
    return replace(
        draft,
        name=name,
        short_name=clean_line(draft.short_name) or bare_name(name, draft.kind),
        official_code=clean_line(draft.official_code),
        source=clean_line(draft.source),
        note=clean_line(draft.note),
    )


def _faults(draft: UnitDraft) -> dict[str, Sentence]:
    faults: dict[str, Sentence] = {}
    if not draft.name:
        faults["name"] = _("Write the name of the unit with its level, such as “Xã Đề Thám”.")
    if draft.key and Unit.objects.filter(key=draft.key).exists():
        faults["key"] = _("The key “%(key)s” belongs to another unit. Choose another key.") % {
            "key": draft.key
        }
    if draft.parent is None:
        return faults
    day = draft.exists_from or timezone.localdate()
    if path_on(draft.parent, day) is None:
        faults["parent"] = _(
            "“%(parent)s” does not stand in the tree of units on %(day)s. Choose a unit of that day."
        ) % {"parent": draft.parent.name, "day": format_date(day)}
    elif draft.name and _is_taken(draft, draft.parent, day):
        faults["name"] = _(
            "“%(parent)s” already has a unit named “%(name)s”. Open that one, or write another name."
        ) % {"parent": draft.parent.name, "name": draft.name}
    return faults


def _is_taken(draft: UnitDraft, parent: Unit, day: date) -> bool:
    return draft.name.lower() in {sibling.name_then.lower() for sibling in children(parent, day)}


def _free_key(draft: UnitDraft) -> str:
    words = f"{draft.name} {draft.parent.short_name if draft.parent else ''}"
    stem = re.sub(r"[^a-z0-9]+", "-", fold(words)).strip("-")[:90] or "unit"
    taken = set(Unit.objects.filter(key__startswith=stem).values_list("key", flat=True))
    if stem not in taken:
        return stem
    return next(key for key in (f"{stem}-{number}" for number in range(2, 10_000)) if key not in taken)
