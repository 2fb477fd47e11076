"""Open an edition for entries, and correct its rules while nobody has entered."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.contests.access import require_keeping_contests
from thidua.contests.content.rules import CategoryContent, RulesContent, category_faults
from thidua.contests.models import Category, CategoryPrize, Edition, EditionRules, Entry
from thidua.core.vietnamese.hygiene import clean_line
from thidua.support.audit.actions.record import record
from thidua.support.edits import apply_edit
from thidua.support.refusals import Refused


def open_for_entries(
    *, edition: Edition, content: RulesContent, categories: Sequence[CategoryContent], by: User
) -> EditionRules:
    """Give the edition its rules and categories and return the rules; entries come in between the two moments.

    Raises NotAllowed, or Refused per field at fault or when the edition has rules already.
    """
    require_keeping_contests(by, edition.competition.organiser)
    values = _checked(content, categories)
    with transaction.atomic():
        Edition.objects.select_for_update().get(pk=edition.pk)
        if EditionRules.objects.filter(edition=edition).exists():
            raise Refused(_("This edition has its rules already. Open and correct them there."))
        rules = EditionRules.objects.create(edition=edition, **values)
        _write_categories(edition, categories)
        details = values | {"categories": [one.told() for one in categories]}
        record(by=by, action="contests.entries_opened", subject=rules, details=details)
    return rules


def correct_rules(
    *,
    rules: EditionRules,
    content: RulesContent,
    categories: Sequence[CategoryContent],
    version: int,
    by: User,
) -> EditionRules:
    """Put other rules and categories in place while nobody has entered, and return the row.

    Once there is an entry, its author relied on the rules: only the closing moment may then be moved, and only
    later. Raises NotAllowed, Refused, or EditedMeanwhile when somebody saved after `version`.
    """
    require_keeping_contests(by, rules.edition.competition.organiser)
    values = _checked(content, categories)
    wanted = [one.told() for one in categories]
    with transaction.atomic():
        row = EditionRules.objects.select_for_update().get(pk=rules.pk)
        stored = told_categories(row.edition)
        if Entry.objects.filter(category__edition=row.edition).exists():
            _require_only_later(row, values, stored == wanted)
        changes = apply_edit(row, values, seen=version, lists={"categories": (stored, wanted)})
        if "categories" in changes:
            if row.edition.jurors.filter(categories__isnull=False).exists():
                raise Refused(
                    {"categories": _("Jurors are named for the present categories. Release them first.")}
                )
            row.edition.categories.all().delete()
            _write_categories(row.edition, categories)
        if changes:
            record(by=by, action="contests.rules_corrected", subject=row, details=changes)
    return row


def told_categories(edition: Edition) -> list[str]:
    """Return the categories of the edition as the log tells them; two queries."""
    return [
        CategoryContent(
            name=category.name, prizes=[(prize.name, prize.quota) for prize in category.prizes.all()]
        ).told()
        for category in edition.categories.order_by("ordinal").prefetch_related("prizes")
    ]


def _checked(content: RulesContent, categories: Sequence[CategoryContent]) -> dict[str, object]:
    faults = category_faults(categories)
    try:
        values = content.cleaned()
    except Refused as refused:
        raise Refused(refused.faults | ({"categories": faults} if faults else {})) from refused
    if faults:
        raise Refused({"categories": faults})
    return values


def _require_only_later(row: EditionRules, values: dict[str, object], same_categories: bool) -> None:
    others = {name for name, value in values.items() if getattr(row, name) != value} - {"closes_at"}
    closes_at = values["closes_at"]
    if others or not same_categories or closes_at < row.closes_at:  # type: ignore[operator]
        raise Refused(
            _(
                "Somebody has entered by these rules already. Only the closing moment may still be changed, "
                "and only to a later one."
            )
        )
    if row.codes_assigned_at is not None:
        raise Refused(_("The codes have been drawn: no more entries can be taken."))


def _write_categories(edition: Edition, categories: Sequence[CategoryContent]) -> None:
    for ordinal, one in enumerate(categories, start=1):
        category = Category.objects.create(edition=edition, ordinal=ordinal, name=clean_line(one.name))
        CategoryPrize.objects.bulk_create(
            CategoryPrize(category=category, ordinal=number, name=clean_line(name), quota=quota)
            for number, (name, quota) in enumerate(one.prizes, start=1)
        )
