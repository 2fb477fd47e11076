"""Articles 73 and 74, for individuals: the certificates of the Prime Minister and of the province."""

from collections.abc import Iterator

from tests.core.law.plain.record import EXCELLENT, OPEN, WELL, Record, yes
from tests.core.law.plain.titles import GRASSROOTS
from tests.core.law.plain.years import LONG_AGO, graded_to_proposal, title_ever, title_reaches_proposal

OF_A_FIELD = ("field_of_province", "province_or_ministry", "nationwide")
OF_THE_PROVINCE = ("province_or_ministry", "nationwide")
PRIZES = ("regional_prize", "high_regional_prize", "highest_regional_prize")
PROVINCIAL = ("province", "ministry", "province_or_ministry")


def agreed(results: set[int]) -> int:
    """Return the result under every reading of the Board, or that a person is needed."""
    return results.pop() if len(results) == 1 else OPEN


def provincial_certificate(record: Record) -> Iterator[tuple[str, int]]:
    """Yield (type, verdict) of each alternative; an empty type serves every type."""
    launched = [feat.get("launched_by") for feat in record.feats("movement_result")]
    yield (
        "movement",
        min(yes(any(one in PROVINCIAL for one in launched)), record.conduct("pc-2022-1a", 1)),
    )
    many = max(yes(record.sudden(*OF_A_FIELD)), record.answered("pc-2022-1b", 1))
    yield "sudden", min(many, record.conduct("pc-2022-1b", 2))
    yield "", min(yes(record.contributed()), record.conduct("pc-2022-1c", 1))
    readings = {title_ever(record, GRASSROOTS, 2), title_reaches_proposal(record, GRASSROOTS, 2)}
    conduct = record.conduct("pc-2022-1d1", 1)
    yield "merit", agreed({min(yes(reading), conduct) for reading in readings})
    years = graded_to_proposal(record, EXCELLENT)
    twice = record.initiatives_or_topics(2, years, "grassroots", effective=True)
    yield "merit", min(yes(len(years) >= 2 and twice), record.conduct("pc-2022-1d2", 1))


def pm_certificate(record: Record) -> Iterator[tuple[str, int]]:
    """Yield (type, verdict) of each alternative."""
    yield (
        "movement",
        min(
            yes(bool(record.feats("movement_result"))),
            record.answered("pm-2022-1a", 1),
            record.conduct("pm-2022-1a", 2),
        ),
    )
    base = record.received("provincial_certificate_of_merit")
    conduct = record.conduct("pm-2022-1b", 1)
    results = set()
    for after in (LONG_AGO, min(base, default=LONG_AGO)):
        years = graded_to_proposal(record, WELL, after)
        long_enough = len(years) >= 5 and record.times(GRASSROOTS, years) >= 3
        results.add(min(yes(bool(base) and long_enough), conduct))
    yield "merit", agreed(results)
    feat = record.sudden(*OF_THE_PROVINCE) or record.invented(*PRIZES)
    yield (
        "sudden",
        min(max(yes(feat), record.answered("pm-2022-1c", 1)), record.conduct("pm-2022-1c", 2)),
    )
    yield "", min(yes(record.contributed()), record.conduct("pm-2022-1d", 1))
