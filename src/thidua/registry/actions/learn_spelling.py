"""Say once what a spelling means, for every row of the book and for the books to come."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.law.reading import load_law
from thidua.core.vietnamese.hygiene import clean_line
from thidua.orgs.access import may_anywhere
from thidua.orgs.models import Unit
from thidua.registry.actions.open_books import locked_book
from thidua.registry.books.judging_again import judge_rows_again
from thidua.registry.books.rows import Field
from thidua.registry.books.spelling_keys import spelling_key
from thidua.registry.books.staging import READ_FAULTS, stored_line
from thidua.registry.books.values import cell_of
from thidua.registry.enums import RowVerdict, SpellingKind
from thidua.registry.models import BookImport, BookRow, LearnedSpelling
from thidua.support.audit.actions.record import record
from thidua.support.refusals import NotAllowed, Refused

AT_ONCE = 200


def learn_award(*, book: BookImport, spelling: str, award_code: str, by: User | None) -> int:
    """Remember that the spelling means the award, put it into all rows written so, and return how many.

    Raises NotAllowed, or Refused for no spelling or no award.
    """
    text = _spelling(spelling)
    if award_code not in load_law().awards:
        raise Refused({"award_code": _("The law book has no such award. Choose one from the list.")})
    with transaction.atomic():
        row = locked_book(book, by)
        _remember(row, SpellingKind.AWARD, text, by, award_code=award_code)
        rows = [one for one in _open_rows(row) if _award_as_written(one) == spelling_key(text)]
        for one in rows:
            one.values["award_code"] = award_code
            _drop_faults(one, "award_code")
        return _rejudged(row, rows, {"spelling": text, "award_code": award_code}, by)


def learn_unit(*, book: BookImport, spelling: str, unit: Unit, by: User | None) -> int:
    """Remember that the spelling means the unit, for linking, and return how many rows of the book say it."""
    text = _spelling(spelling)
    with transaction.atomic():
        row = locked_book(book, by)
        _remember(row, SpellingKind.UNIT, text, by, unit=unit)
        key = spelling_key(text)
        said = [one for one in _open_rows(row) if spelling_key(one.values.get("unit", "")) == key]
        details = {"spelling": text, "unit": unit}
        record(by=by, action="registry.spelling_learned", subject=row, details=details)
        return len(said)


def change_spelling(
    *,
    spelling: LearnedSpelling,
    award_code: str = "",
    unit: Unit | None = None,
    column: str = "",
    by: User | None,
) -> LearnedSpelling:
    """Say what a learned spelling means for the books to come, and return it; books that are here stay as read.

    Raises NotAllowed, or Refused for a meaning of another kind.
    """
    _require_teaching(by)
    with transaction.atomic():
        row = LearnedSpelling.objects.select_for_update(of=("self",)).get(pk=spelling.pk)
        if row.kind == SpellingKind.AWARD and award_code not in load_law().awards:
            raise Refused({"award_code": _("The law book has no such award. Choose one from the list.")})
        if row.kind == SpellingKind.UNIT and unit is None:
            raise Refused({"unit": _("Choose the unit.")})
        if row.kind == SpellingKind.COLUMN and column not in set(Field):
            raise Refused({"column": _("Choose one from the list.")})
        row.award_code, row.unit, row.column = award_code, unit, column
        row.save(update_fields=["award_code", "unit", "column"])
        details = {"spelling": row.spelling, "award_code": award_code, "unit": unit, "column": column}
        record(by=by, action="registry.spelling_changed", subject=row, details=details)
    return row


def forget_spelling(*, spelling: LearnedSpelling, by: User | None) -> None:
    """Forget a learned spelling; books that were read by it stay as they are. Raises NotAllowed."""
    _require_teaching(by)
    with transaction.atomic():
        record(
            by=by,
            action="registry.spelling_forgotten",
            subject=spelling,
            details={"spelling": spelling.spelling},
        )
        spelling.delete()


def _require_teaching(by: User | None) -> None:
    """Spellings hold for all books, so whoever keeps awards anywhere may correct them."""
    if by is not None and not may_anywhere(by, Right.KEEP_AWARDS):
        raise NotAllowed(_("Only an officer who keeps awards may change what spellings mean."))


def _spelling(text: str) -> str:
    line = clean_line(text)[:300]
    if not spelling_key(line):
        raise Refused({"spelling": _("There is no spelling to remember.")})
    return line


def _remember(book: BookImport, kind: str, text: str, by: User | None, **means: object) -> None:
    """Keep the first book that taught it; somebody who says otherwise later is believed."""
    told = {"spelling": text, **means}
    LearnedSpelling.objects.update_or_create(
        kind=kind,
        folded=spelling_key(text),
        defaults=told,
        create_defaults={**told, "book": book, "learned_by": by},
    )


def _open_rows(book: BookImport) -> list[BookRow]:
    return list(book.rows.exclude(verdict=RowVerdict.IGNORED).order_by("ordinal"))


def _award_as_written(row: BookRow) -> str:
    """Return the spelling key of the award: of its words as read, else of its cell."""
    read = row.values.get("award_text", "")
    return spelling_key(read or (row.cells.get(Field.AWARD.value) or ("", ""))[1])


def _drop_faults(row: BookRow, name: str) -> None:
    cell = cell_of(stored_line(row), name)
    read = [one for one in row.values.get(READ_FAULTS, ()) if one[0] != cell]
    row.values.pop(READ_FAULTS, None)
    if read:
        row.values[READ_FAULTS] = read


def _rejudged(book: BookImport, rows: list[BookRow], details: dict[str, object], by: User | None) -> int:
    BookRow.objects.bulk_update(rows, ["values"], batch_size=AT_ONCE)
    if rows:
        judge_rows_again(book, rows, timezone.localdate())
    details["row_count"] = len(rows)
    record(by=by, action="registry.spelling_learned", subject=book, details=details)
    return len(rows)
