"""Articles 43 and 44: the Labor Order, second and third class, for individuals and collectives."""

from collections.abc import Iterator

from tests.core.law.plain.certificates import OF_A_FIELD, OF_THE_PROVINCE
from tests.core.law.plain.record import EXCELLENT, NO, OPEN, WELL, YES, Record, yes
from tests.core.law.plain.titles import GRASSROOTS
from tests.core.law.plain.years import every_run, excellent_or_titled, graded_to_proposal

NATIONAL = ("president", "prime_minister", "president_or_prime_minister")
PROVINCIAL = ("province", "ministry", "province_or_ministry")
MANY, LARGE = ("many", "many_and_large"), ("large", "many_and_large")
TITLES = ("excellent_labor_collective",)
# Article 44, clause 1, point g with Article 21 of the decree: post and period → the years of this class, at
# least and below; None: the years are not known to us.
WARS, PEACE = "both_resistance_wars", "anti_american_war_or_construction"
TENURE: dict[tuple[str, str], tuple[int, int] | None] = {
    ("general_director", PEACE): (3, 5),
    ("deputy_general_director", PEACE): (5, 8),
    ("ministry_department_head", PEACE): (6, 10),
    ("ministry_department_deputy_head", PEACE): (10, 15),
    ("district_committee_chair", WARS): None,
    ("provincial_committee_vice_chair", WARS): None,
}


def third_class(record: Record) -> Iterator[tuple[str, int]]:
    """Yield (type, verdict) of each alternative for an individual."""
    conduct = record.conduct("l3-2022-1e", 1)
    yield "merit", min(yes(_ladder(record, _good_years_after_the_certificate(record))), conduct)
    yield "long_service", min(_tenure(record), record.conduct("l3-2022-1g", 1))
    feats = (
        record.chosen_in_movement(PROVINCIAL, 5)
        or record.invented("field_of_province", "province_or_ministry", "nationwide")
        or record.contributed(*MANY)
        or record.sudden(*OF_A_FIELD)
        or record.invented("high_regional_prize", "highest_regional_prize")
    )
    yield "", min(yes(feats), record.conduct("l3-2022-1other", 1))


def _good_years_after_the_certificate(record: Record) -> list[int]:
    base = record.received("pm_certificate_of_merit")
    return graded_to_proposal(record, WELL, min(base)) if base else []


def _ladder(record: Record, years: list[int]) -> bool:
    excellent = sum(record.graded(year, EXCELLENT) for year in years)
    return len(years) >= 5 and excellent >= 1 and record.times(GRASSROOTS, years) >= 3


def _tenure(record: Record) -> int:
    best = NO
    for feat in record.feats("service"):
        band = TENURE[str(feat["post"]), str(feat["period"])]
        years = int(str(feat["years"]))
        if band is None or years >= band[1]:  # so long a service is named for a higher class
            best = max(best, OPEN)
        elif years >= band[0]:
            best = YES
    return best


def second_class(record: Record) -> Iterator[tuple[str, int]]:
    """Yield (type, verdict) of each alternative for an individual; the run need not reach the proposal."""
    base = record.received("labor_order_3")
    found = False
    if base:
        for years in every_run(record.closed, lambda year: record.graded(year, WELL), min(base)):
            excellent = sum(record.graded(year, EXCELLENT) for year in years)
            titles = record.times("provincial_emulation_fighter", years)
            found = found or (len(years) >= 5 and excellent >= 2 and titles >= 1)
    yield "merit", min(yes(found), record.conduct("l2-2022-1", 1))
    feats = (
        record.sudden(*OF_THE_PROVINCE)
        or record.invented("highest_regional_prize", "province_or_ministry", "nationwide")
        or record.contributed(*LARGE)
    )
    yield "", min(yes(feats), record.conduct("l2-2022-1x", 1))
    served = OPEN if record.feats("service") else NO
    yield "long_service", min(served, record.conduct("l2-2022-1g", 1))


def third_class_collective(record: Record) -> Iterator[tuple[str, int]]:
    """Yield (type, verdict) of each alternative for a collective."""
    base = record.received("pm_certificate_of_merit")
    years = excellent_or_titled(record, TITLES, min(base)) if base else []
    state, flags, certificates = _flags(record, years)
    table = max(
        yes(state >= 1 or flags >= 2 or (flags >= 1 and certificates >= 1)),
        min(_without_flags(record), yes(certificates >= 2)),
    )
    old_enough = record.facts.founded is not None and record.year - record.facts.founded >= 10
    yield (
        "merit",
        min(yes(old_enough and len(years) >= 5), table, record.conduct("l3-2022-4", 1)),
    )
    yield "sudden", min(yes(record.sudden(*OF_A_FIELD)), record.conduct("l3-2022-4a", 1))
    yield "", min(yes(record.contributed(*MANY)), record.conduct("l3-2022-4b", 1))
    movement = record.chosen_in_movement(NATIONAL, 0) or record.chosen_in_movement(PROVINCIAL, 5)
    yield "movement", min(yes(movement), record.conduct("l3-2022-4c", 1))
    yield "", min(record.answered("l3-2022-4d", 1), record.conduct("l3-2022-4d", 2))


def second_class_collective(record: Record) -> Iterator[tuple[str, int]]:
    """Yield (type, verdict) of each alternative for a collective."""
    base = record.received("labor_order_3")
    years = excellent_or_titled(record, TITLES, min(base)) if base else []
    state, flags, certificates = _flags(record, years)
    table = max(
        yes((state >= 1 and flags >= 1) or flags >= 3),
        min(_without_flags(record), yes(certificates >= 3)),
    )
    yield "merit", min(yes(len(years) >= 5), table, record.conduct("l2-2022-4", 1))
    yield "sudden", min(yes(record.sudden(*OF_THE_PROVINCE)), record.conduct("l2-2022-4a", 1))
    yield "", min(yes(record.contributed(*LARGE)), record.conduct("l2-2022-4b", 1))
    yield (
        "movement",
        min(yes(record.chosen_in_movement(NATIONAL, 0)), record.conduct("l2-2022-4c", 1)),
    )


def _flags(record: Record, years: list[int]) -> tuple[int, int, int]:
    names = ("government_emulation_flag", "provincial_emulation_flag", "provincial_certificate_of_merit")
    state, flags, certificates = (record.times(name, years) for name in names)
    return state, flags, certificates


def _without_flags(record: Record) -> int:
    eligible = record.facts.eligible_for_flag
    return OPEN if eligible is None else yes(not eligible)
