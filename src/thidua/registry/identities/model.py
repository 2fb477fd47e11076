"""The linkage model: one data structure that Splink reads on every engine.

Conditions are written in the SQL that DuckDB and Spark share. Each level's `m` is the chance that two lines of one
person stand at it, `u` that two lines of different persons do (Fellegi and Sunter 1969); the ones written here
serve small books, larger ones teach their own (`linking`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final


@dataclass(frozen=True)
class Level:
    """One degree of agreement. `of_names`: common names count for less (term frequency)."""

    code: str
    condition: str
    m: float = 0.0
    u: float = 0.0
    is_null: bool = False
    of_names: bool = False


@dataclass(frozen=True)
class Comparison:
    """What is compared, the best level first."""

    field: str
    levels: tuple[Level, ...]


_ONE_EDIT: Final = (
    "levenshtein(name_joined_l, name_joined_r) <= 1"
    " or (letters_l = letters_r and levenshtein(name_joined_l, name_joined_r) = 2)"
)

NAME: Final = Comparison(
    "name",
    (
        Level("unknown", "name_folded_l is null or name_folded_r is null", is_null=True),
        Level("same_marked", "name_marked_l = name_marked_r", 0.45, 0.00004, of_names=True),
        Level("same_folded", "name_folded_l = name_folded_r", 0.35, 0.00006, of_names=True),
        Level("one_letter_odd", f"(least(oddest_l, oddest_r) < 150) and ({_ONE_EDIT})", 0.15, 0.00002),
        Level("one_letter", _ONE_EDIT, 0.04, 0.0004),
        Level("ending", "ending_l = ending_r", 0.002, 0.002),
        Level("two_letters", "levenshtein(name_joined_l, name_joined_r) <= 2", 0.004, 0.003),
        Level("other", "ELSE", 0.004, 0.994),
    ),
)
BIRTH: Final = Comparison(
    "birth",
    (
        Level("unknown", "birth_year_l is null or birth_year_r is null", is_null=True),
        Level("same_date", "birth_date_l = birth_date_r", 0.55, 0.00005),
        Level("turned", "birth_turned_l = birth_date_r", 0.03, 0.00003),
        Level(
            "same_year",
            "birth_year_l = birth_year_r and (birth_date_l is null or birth_date_r is null)",
            0.38,
            0.008,
        ),
        Level("same_year_other_day", "birth_year_l = birth_year_r", 0.01, 0.012),
        Level("next_year", "abs(birth_year_l - birth_year_r) = 1", 0.01, 0.035),
        Level("other", "ELSE", 0.02, 0.945),
    ),
)
UNIT: Final = Comparison(
    "unit",
    (
        Level(
            "unknown",
            "(place_l is null and unit_text_l is null) or (place_r is null and unit_text_r is null)",
            is_null=True,
        ),
        Level("same_place", "place_l = place_r", 0.68, 0.002),
        Level("same_text", "unit_text_l = unit_text_r", 0.05, 0.002),
        Level("same_area", "area_l = area_r", 0.1, 0.02),
        Level("other", "ELSE", 0.17, 0.976),
    ),
)
POST: Final = Comparison(
    "post",
    (
        Level("unknown", "post_l is null or post_r is null", is_null=True),
        Level("same", "post_l = post_r", 0.6, 0.08),
        Level("same_family", "post_family_l = post_family_r", 0.12, 0.14),
        Level("other", "ELSE", 0.28, 0.78),
    ),
)
SEX: Final = Comparison(
    "sex",
    (
        Level("unknown", "sex_l is null or sex_r is null", is_null=True),
        Level("same", "sex_l = sex_r", 0.995, 0.5),
        Level("other", "ELSE", 0.005, 0.5),
    ),
)
COMPARISONS: Final = (NAME, BIRTH, UNIT, POST, SEX)

# Pairs that agree on all columns of a row are compared. One letter wrong leaves two words of a name whole.
BLOCKS: Final = (
    ("name_folded", "birth_year"),
    ("name_folded", "place"),
    ("name_folded", "area"),
    ("ending", "birth_year"),
    ("outer", "birth_year"),
    ("beginning", "initial", "birth_year"),
    ("birth_key", "given"),
    ("birth_key", "beginning"),
    ("birth_key", "place"),
    ("ending", "place"),
    ("outer", "place"),
    ("beginning", "place"),
)
RARE_NAME: Final = 12  # of so few lines all are compared, whatever else they say
PRIOR: Final = 0.000_000_6


def blocking_rules() -> list[str]:
    """Return the conditions under which a pair is looked at."""
    rules = [" and ".join(f"l.{column} = r.{column}" for column in columns) for columns in BLOCKS]
    rare = f"l.name_folded = r.name_folded and l.name_count <= {RARE_NAME} and r.name_count <= {RARE_NAME}"
    return [*rules, rare]


def settings(prior: float = PRIOR, weight_of_rareness: float = 1.0) -> dict[str, Any]:
    """Return the model as Splink takes it on any engine.

    `weight_of_rareness`: how far to trust how often a name stands in the lines themselves, 0 to 1.
    """
    return {
        "link_type": "dedupe_only",
        "unique_id_column_name": "unique_id",
        "probability_two_random_records_match": prior,
        "retain_matching_columns": True,
        "retain_intermediate_calculation_columns": True,
        "max_iterations": 15,
        "em_convergence": 0.001,
        "comparisons": [_comparison(one, weight_of_rareness) for one in COMPARISONS],
        "blocking_rules_to_generate_predictions": [{"blocking_rule": rule} for rule in blocking_rules()],
    }


def _comparison(one: Comparison, rareness: float) -> dict[str, Any]:
    return {
        "output_column_name": one.field,
        "comparison_levels": [_level(level, rareness) for level in one.levels],
    }


def _level(level: Level, rareness: float) -> dict[str, Any]:
    told: dict[str, Any] = {"sql_condition": level.condition, "label_for_charts": level.code}
    if level.is_null:
        return told | {"is_null_level": True}
    told |= {"m_probability": level.m, "u_probability": level.u}
    if level.of_names:
        told |= {"tf_adjustment_column": "name_folded", "tf_adjustment_weight": rareness}
    return told
