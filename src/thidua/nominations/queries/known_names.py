"""Names that are nearly the same, among all that the register and the open dossiers know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import Count, Max
from rapidfuzz import fuzz, process

from thidua.nominations.models import Nomination
from thidua.registry.models import Award

NEAR = 88.0  # of 100: one letter or one word of a name of four differs
_Blocks = dict[str, list[str]]
_remembered: tuple[object, _Blocks] | None = None


def near_names(folded: Sequence[str]) -> list[tuple[str, ...]]:
    """Return for each folded name those known that are nearly it, it itself left out; two queries, mostly none more.

    Only names that share the given name, or everything before it, are compared: a slip is rarely in both.
    """
    blocks = _blocks()
    return [_near(name, blocks) for name in folded]


def _near(name: str, blocks: _Blocks) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for key in _keys(name):
        for other, _score, _place in process.extract(
            name, blocks.get(key, ()), scorer=fuzz.ratio, score_cutoff=NEAR, limit=10
        ):
            if other != name:
                found[other] = None
    return tuple(found)


def _blocks() -> _Blocks:
    """Kept between requests until a name is added; the names of a province are a few megabytes."""
    global _remembered
    stamp = (
        Award.objects.aggregate(last=Max("pk"), rows=Count("pk")),
        Nomination.objects.aggregate(last=Max("pk"), rows=Count("pk")),
    )
    if _remembered is None or _remembered[0] != stamp:
        names = set(Award.objects.order_by().values_list("folded_name", flat=True).distinct())
        names |= set(Nomination.objects.order_by().values_list("folded_name", flat=True).distinct())
        blocks: _Blocks = defaultdict(list)
        for name in names:
            for key in _keys(name):
                blocks[key].append(name)
        _remembered = (stamp, dict(blocks))
    return _remembered[1]


def _keys(name: str) -> tuple[str, ...]:
    words = name.split()
    if len(words) < 2:
        return ()
    return (f"… {words[-1]}", f"{' '.join(words[:-1])} …")
