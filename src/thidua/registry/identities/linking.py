"""From lines to pairs: the model is taught on the lines themselves where there are enough of them."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import Any, Final

from thidua.registry.identities import model
from thidua.registry.identities.engines import Engine, opened, table_of
from thidua.registry.identities.records import Columns

# Fewer lines hold too few pairs of one person to learn from.
ENOUGH_TO_LEARN: Final = 20_000
MOST_TO_LEARN: Final = 150_000  # lines; more teach nothing new and cost the time of the whole run
RANDOM_PAIRS: Final = 2_000_000
# Real books hold faults that a sample may lack: what is learned never rules out what is known to happen.
SHARE_LEARNED: Final = 0.8
# A pair below is not worth an officer's time; precision and recall: docs/benchmarks.md.
PLAUSIBLE: Final = 0.3


@dataclass(frozen=True)
class Measured:
    """How good the pairs are, in percent, on so many lines with known persons (docs/benchmarks.md)."""

    lines: int
    precision: float
    recall: float


MEASURED: Final = Measured(1_000_000, 98.3, 85.6)  # the lower of both over the seeds told there
# Pairs surely of one person, and which share of them such a condition is taken to find.
_SURE: Final = "l.name_folded = r.name_folded and l.birth_date = r.birth_date"
_SHARE_SURE: Final = 0.3
_TAUGHT_UNDER: Final = (
    "l.birth_date = r.birth_date and l.place = r.place",
    "l.name_folded = r.name_folded and l.place = r.place",
    "l.name_folded = r.name_folded and l.birth_year = r.birth_year",
)


@dataclass(frozen=True)
class Pair:
    """Two lines (their places) that may be one person; `levels`: the level and the weight in bits, per field."""

    left: int
    right: int
    probability: float
    levels: dict[str, tuple[str, float]]


def _numbered(comparison: model.Comparison) -> dict[int, str]:
    """The levels as Splink numbers them: -1 unknown, 0 the last, upwards to the best."""
    graded = [level.code for level in comparison.levels if not level.is_null]
    return {-1: "unknown"} | dict(enumerate(reversed(graded)))


def linked_pairs(
    columns: Columns,
    *,
    engine: Engine = Engine.DUCKDB,
    at_least: float = PLAUSIBLE,
    learn: bool | None = None,
) -> list[Pair]:
    """Return the pairs of at least that probability, `left` < `right`, in order of their places.

    `learn`: teach the model on the lines, as is done for 20,000 and more. Raises engines.EngineMissing.
    """
    count = len(columns["unique_id"])
    if count < 2:
        return []
    teach = count >= ENOUGH_TO_LEARN if learn is None else learn
    with opened(engine) as database, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        wanted = _taught(database, columns, count) if teach else _untaught(count)
        linker = _linker(database, columns, wanted)
        found = linker.inference.predict(threshold_match_probability=at_least)
        table = found.as_pyarrow_table().select(_ANSWERED).to_pydict()
    pairs = map(_pair, *(table[name] for name in _ANSWERED))
    return sorted(pairs, key=lambda one: (one.left, one.right))


_FIELDS: Final = tuple(one.field for one in model.COMPARISONS)
_LEVELS: Final = {one.field: _numbered(one) for one in model.COMPARISONS}
_ANSWERED: Final = [
    *("unique_id_l", "unique_id_r", "match_probability", "mw_tf_adj_name"),
    *(f"{kind}_{field}" for field in _FIELDS for kind in ("gamma", "mw")),
]


def _pair(one: int, other: int, probability: float, rareness: float, *compared: Any) -> Pair:
    levels = {}
    for field, number, weight in zip(_FIELDS, compared[::2], compared[1::2], strict=True):
        bits = weight + (rareness if field == "name" else 0.0)
        levels[field] = (_LEVELS[field][number], round(bits, 2))
    return Pair(min(one, other), max(one, other), probability, levels)


def _untaught(count: int) -> dict[str, Any]:
    """Return the model where about every fourth line has a twin.

    In a short book a name that stands there twice is not a common one: how often it does is trusted only as far as
    there are lines.
    """
    return model.settings(min(0.01, 0.25 / count), min(1.0, count / ENOUGH_TO_LEARN))


def _linker(database: Any, columns: Columns, settings: dict[str, Any]) -> Any:
    from splink import Linker

    return Linker(database.register(table_of(columns)), settings, log_level=None, validate_settings=False)


def _taught(database: Any, columns: Columns, count: int) -> dict[str, Any]:
    """Return the model with the chances that the lines themselves tell."""
    step = -(-count // MOST_TO_LEARN)
    sample = {name: values[::step] for name, values in columns.items()} if step > 1 else columns
    linker = _linker(database, sample, model.settings())
    training = linker.training
    training.estimate_probability_two_random_records_match([_SURE], recall=_SHARE_SURE)
    training.estimate_u_using_random_sampling(max_pairs=RANDOM_PAIRS, seed=1)
    for rule in _TAUGHT_UNDER:
        training.estimate_parameters_using_expectation_maximisation(rule)
    return _blended(linker.misc.save_model_to_json())


def _blended(learned: dict[str, Any]) -> dict[str, Any]:
    own = model.settings(learned["probability_two_random_records_match"])
    for mine, taught in zip(own["comparisons"], learned["comparisons"], strict=True):
        for level, other in zip(mine["comparison_levels"], taught["comparison_levels"], strict=True):
            for chance in ("m_probability", "u_probability"):
                if chance in level and other.get(chance) is not None:
                    level[chance] = SHARE_LEARNED * other[chance] + (1 - SHARE_LEARNED) * level[chance]
    return own
