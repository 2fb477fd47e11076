"""Articles 22 and 23: the provincial and the grassroots emulation fighter."""

from tests.core.law.plain.record import EXCELLENT, OPEN, YES, Record, yes
from tests.core.law.plain.years import LONG_AGO, title_reaches_proposal

GRASSROOTS = "grassroots_emulation_fighter"
ADVANCED = ("advanced_worker", "advanced_soldier")
FORMS = ("initiative", "topic")


def grassroots_fighter(record: Record) -> int:
    """ef-2022: the title of the year, and excellent work, an initiative, a topic or resourceful combat."""
    years = {record.closed} | ({record.year} if record.titled(record.year, *ADVANCED) else set())
    best = 0
    for year in years:
        if not record.titled(year, *ADVANCED):
            continue
        worked = record.graded(year, EXCELLENT) or any(
            record.initiatives([year], "grassroots", form, effective=False) for form in FORMS
        )
        best = max(best, YES if worked else record.answered("ef-2022", 1))
    return best


def provincial_fighter(record: Record) -> int:
    """pf-2022: three grassroots titles in a row to the proposal, an initiative of the province, certified."""
    certified = bool({"provincial_chair", "minister", "province_or_ministry"} & record.facts.confirmations)
    return min(
        yes(title_reaches_proposal(record, GRASSROOTS, 3)),
        yes(record.initiatives_or_topics(1, _ever(record), "province_or_ministry", effective=True)),
        YES if certified else OPEN,
    )


def _ever(record: Record) -> list[int]:
    return list(range(LONG_AGO, record.year + 1))
