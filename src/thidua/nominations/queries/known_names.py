"""Names that are nearly the same, among all that the register and the open dossiers know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import Count, Max
from rapidfuzz import process
from rapidfuzz.distance import OSA, Levenshtein

from thidua.nominations.models import Nomination
from thidua.registry.search.near import one_slip_names

ONE_SLIP = 1  # one letter wrong, missing, too many, or two changed about
_Blocks = dict[tuple[int, str], list[str]]  # by length and shared words
_remembered: tuple[object, _Blocks] | None = None


def near_names(folded: Sequence[str]) -> list[tuple[str, ...]]:
    """Return for each folded name those known that are nearly it, it itself left out; the same few queries for all.

    Of the open dossiers only names that share the given name, or everything before it, are compared: a slip is
    rarely in both. The register's names are asked of its dictionary.
    """
    blocks, registered = _blocks(), one_slip_names(folded)
    return [tuple(dict.fromkeys([*_near(name, blocks), *registered[name]])) for name in folded]


def _near(name: str, blocks: _Blocks) -> tuple[str, ...]:
    found: dict[str, None] = {}
    lengths = range(len(name) - ONE_SLIP, len(name) + ONE_SLIP + 1)
    for key in ((length, words) for length in lengths for words in _keys(name)):
        # Two letters changed about are two edits to the fast measure, one slip to the exact one.
        for other, _edits, _place in process.extract(
            name, blocks.get(key, ()), scorer=Levenshtein.distance, score_cutoff=2, limit=None
        ):
            if other != name and OSA.distance(name, other, score_cutoff=ONE_SLIP) <= ONE_SLIP:
                found[other] = None
    return tuple(found)


def _blocks() -> _Blocks:
    """Kept between requests until a name is added; the names of the open dossiers are a few megabytes."""
    global _remembered
    stamp = Nomination.objects.aggregate(last=Max("pk"), rows=Count("pk"))
    if _remembered is None or _remembered[0] != stamp:
        blocks: _Blocks = defaultdict(list)
        for name in Nomination.objects.order_by().values_list("folded_name", flat=True).distinct():
            for key in _keys(name):
                blocks[len(name), key].append(name)
        _remembered = (stamp, dict(blocks))
    return _remembered[1]


def _keys(name: str) -> tuple[str, ...]:
    words = name.split()
    if len(words) < 2:
        return ()
    return (f"… {words[-1]}", f"{' '.join(words[:-1])} …")
