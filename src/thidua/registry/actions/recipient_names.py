"""The dictionary of names follows the awards: whoever stores, removes or re-dates awards does it through here.

Every function must run in the transaction of the change. Rows of the dictionary are locked in the order of their ids,
so that two long imports wait for each other instead of blocking each other for good.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, TypeVar

from django.db import connection, transaction
from django.db.models import Count, F, Max, QuerySet

from thidua.core.vietnamese.fold import fold
from thidua.core.vietnamese.names import NameOrder, sort_key
from thidua.registry.actions.award_places import fill_places
from thidua.registry.content.spelling import listing_order, name_codes, spelled, words_of
from thidua.registry.models import Award, RecipientName, RecipientWord
from thidua.registry.models.recipient_name import YEAR_STEP
from thidua.registry.open_data.words import without_personal

AT_ONCE: Final = 500  # values in one query; databases take no more than some thousand
Item = TypeVar("Item")
_Key = tuple[str, str]  # spelling, order
_COUNT: Final = (
    "UPDATE registry_recipientname SET award_count = award_count + %s, "
    "latest = CASE WHEN latest < %s THEN %s ELSE latest END WHERE id = %s"
)


def store_awards(awards: Sequence[Award]) -> list[Award]:
    """Store new awards with their names in the dictionary and their places, and return them with their ids."""
    with transaction.atomic():
        fill_places(awards)
        _name(awards)
        stored = Award.objects.bulk_create(awards, batch_size=AT_ONCE)
        _count(stored)
    return stored


def name_awards(awards: QuerySet[Award]) -> None:
    """Give stored awards that have no name in the dictionary theirs: such as come back out of the log."""
    with transaction.atomic():
        rows = list(awards.filter(name=None).select_related("person").order_by("pk"))
        _name(rows)
        Award.objects.bulk_update(rows, ["name", "name_code"], batch_size=AT_ONCE)
        _count(rows)


def names_of(awards: QuerySet[Award]) -> set[int]:
    """Return the names (ids) that such awards bear: call before they are removed, and `recount_names` after it."""
    return set(awards.filter(name__isnull=False).order_by().values_list("name", flat=True).distinct())


def recount_names(names: Collection[int]) -> None:
    """Count the awards of these names anew after some were removed or re-dated; names nobody bears any more go."""
    for some in _chunks(sorted(names)):
        held = list(RecipientName.objects.select_for_update().filter(pk__in=some).order_by("pk"))
        rows = Award.objects.filter(name__in=some).order_by().values_list("name")
        counts = {
            pk: (count, latest)
            for pk, count, latest in rows.annotate(
                count=Count("pk"), last=Max(F("year") * YEAR_STEP + F("pk"))
            )
        }
        for row in held:
            row.award_count, row.latest = counts.get(row.pk, (0, 0))
        RecipientName.objects.bulk_update(
            [row for row in held if row.award_count], ["award_count", "latest"], batch_size=AT_ONCE
        )
        _forget([row for row in held if not row.award_count])


def name_row(name: str, order: NameOrder) -> RecipientName:
    """Return a row of the dictionary, not stored; the bulk writers of benchmarks make theirs by it, too."""
    spelling = spelled(name)
    folded = fold(spelling)[:300]
    code, code_after = name_codes(folded)
    return RecipientName(
        spelling=spelling,
        order=order.value,
        folded=folded,
        sort_key=sort_key(spelling, order),
        code=code,
        code_after=code_after,
    )


def _name(awards: Sequence[Award]) -> None:
    keys = [_key(award) for award in awards]
    rows = _rows(dict.fromkeys(keys))
    for award, key in zip(awards, keys, strict=True):
        award.name = rows[key]
        award.name_code = rows[key].code


def _key(award: Award) -> _Key:
    person = award.person
    order = listing_order(award.recipient_kind, person.name_order if person else None)
    # What identifies has no place in a dictionary that everybody's searches go through.
    return spelled(without_personal(award.recipient_name)), order.value


def _rows(keys: Iterable[_Key]) -> dict[_Key, RecipientName]:
    """Return the locked rows of the dictionary, those missing stored first."""
    found: dict[_Key, RecipientName] = {}
    for some in _chunks(sorted(keys)):
        known = _known(some)
        if missing := [key for key in some if key not in known]:
            made = [name_row(spelling, NameOrder(order)) for spelling, order in missing]
            RecipientName.objects.bulk_create(made, ignore_conflicts=True)
            _remember_words(word for row in made for word in words_of(row.folded))
            known = _known(some)
        found |= {key: known[key] for key in some}
    return found


def _known(keys: Sequence[_Key]) -> dict[_Key, RecipientName]:
    rows = RecipientName.objects.filter(spelling__in={spelling for spelling, _order in keys})
    return {(row.spelling, row.order): row for row in rows.select_for_update().order_by("pk")}


def _count(awards: Iterable[Award]) -> None:
    counts: Counter[int] = Counter()
    latest: dict[int, int] = {}
    for award in awards:
        assert award.name_id is not None
        counts[award.name_id] += 1
        latest[award.name_id] = max(latest.get(award.name_id, 0), award.year * YEAR_STEP + award.pk)
    with connection.cursor() as cursor:
        cursor.executemany(_COUNT, [(counts[pk], latest[pk], latest[pk], pk) for pk in sorted(counts)])


def _remember_words(words: Iterable[str]) -> None:
    for some in _chunks(sorted({word[:100] for word in words})):
        known = set(RecipientWord.objects.filter(word__in=some).values_list("word", flat=True))
        RecipientWord.objects.bulk_create(
            [RecipientWord(word=word) for word in some if word not in known], ignore_conflicts=True
        )


def _forget(rows: Sequence[RecipientName]) -> None:
    """Delete names that nobody bears, and the words that were in no other name."""
    if not rows:
        return
    words = {word[:100] for row in rows for word in words_of(row.folded)}
    RecipientName.objects.filter(pk__in=[row.pk for row in rows]).delete()
    gone = [word for word in sorted(words) if not RecipientName.objects.filter(folded__words=word).exists()]
    for some in _chunks(gone):
        RecipientWord.objects.filter(word__in=some).delete()


def _chunks(items: Sequence[Item]) -> Iterator[list[Item]]:
    rest = iter(items)
    while some := list(islice(rest, AT_ONCE)):
        yield some
