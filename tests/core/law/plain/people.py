"""Random nominees: mostly plausible, often on the edge of a rule, sometimes nasty. Seeded, so always the same."""

from datetime import date, timedelta
from random import Random

from thidua.core.law.facts import AwardHeld, Discipline, Feat, Initiative, NomineeFacts, Question

GRADES = ("excellently_completed", "well_completed", "completed", "failed")
TYPES = ("merit", "sudden", "movement", "external", "long_service")
SCOPES = ("grassroots", "province_or_ministry", "nationwide")
INFLUENCES = ("issuer_area", "district", "field_of_province", "province_or_ministry", "nationwide")
LEVELS = (
    "field_of_province", "province_or_ministry", "nationwide", "regional_prize", "high_regional_prize",
    "highest_regional_prize",
)  # fmt: skip
LAUNCHERS = ("commune", "province", "ministry", "prime_minister", "president", "central_council")
SERVICE = (
    ("general_director", "anti_american_war_or_construction"),
    ("ministry_department_head", "anti_american_war_or_construction"),
    ("ministry_department_deputy_head", "anti_american_war_or_construction"),
    ("district_committee_chair", "both_resistance_wars"),
    ("provincial_committee_vice_chair", "both_resistance_wars"),
)
HUMAN_LINES = {
    "individual": {
        "ef-2022": 1, "pc-2022-1a": 1, "pc-2022-1b": 2, "pc-2022-1c": 1, "pc-2022-1d1": 1, "pc-2022-1d2": 1,
        "pm-2022-1a": 2, "pm-2022-1b": 1, "pm-2022-1c": 2, "pm-2022-1d": 1, "l3-2022-1e": 1, "l3-2022-1g": 1,
        "l3-2022-1other": 1, "l2-2022-1": 1, "l2-2022-1x": 1, "l2-2022-1g": 1,
    },
    "collective": {
        "l3-2022-4": 1, "l3-2022-4a": 1, "l3-2022-4b": 1, "l3-2022-4c": 1, "l3-2022-4d": 2, "l2-2022-4": 1,
        "l2-2022-4a": 1, "l2-2022-4b": 1, "l2-2022-4c": 1,
    },
}  # fmt: skip
DAYS = (
    (date(2024, 2, 20), date(2024, 1, 2)), (date(2024, 12, 20), None), (date(2025, 4, 10), date(2025, 3, 10)),
    (date(2025, 7, 20), date(2025, 6, 30)), (date(2025, 12, 25), date(2025, 11, 28)), (date(2026, 3, 10), None),
    (date(2026, 11, 20), date(2026, 9, 28)), (date(2026, 11, 20), date(2026, 10, 5)),
)  # fmt: skip
ASKED_TYPES = ("merit", "merit", "merit", "sudden", "movement", "long_service")


def rounds(people: int, size: int, seed: int) -> list[tuple[str, date, date | None, str, list[NomineeFacts]]]:
    """Return groups of nominees: (recipient, decision, receipt, type, people); one in four are collectives."""
    chance = Random(seed)
    found = []
    for number in range(people // size):
        recipient = "collective" if number % 4 == 3 else "individual"
        on, received = DAYS[number // 4 % len(DAYS)]
        type_ = chance.choice(ASKED_TYPES)
        day = received or on
        found.append((recipient, on, received, type_, [nominee(chance, recipient, day) for _ in range(size)]))
    return found


def question(award: str, recipient: str, on: date, received: date | None, type_: str) -> Question:
    return Question(award, on, recipient, received=received, type=type_)


def nominee(chance: Random, recipient: str, day: date) -> NomineeFacts:
    """Return one nominee as recorded about a day."""
    year = day.year
    diligence = chance.choice((0.5, 0.8, 0.95, 0.99))
    span = range(year - chance.randint(3, 14), year + 1)
    grades = {one: grade for one in span if (grade := _grade(chance, diligence, one == year))}
    awards = _titles(chance, grades) if recipient == "individual" else _flags(chance, grades)
    awards += _bases(chance, recipient, year)
    chance.shuffle(awards)
    return NomineeFacts(
        grades=grades,
        awards=tuple(awards),
        initiatives=_initiatives(chance, grades) if recipient == "individual" else (),
        discipline=_discipline(chance, day),
        suspended=chance.random() < 0.02,
        dissolved_on=date(year, 1, 5) if recipient == "collective" and chance.random() < 0.04 else None,
        confirmations=frozenset(
            one for one in ("provincial_chair", "minister", "province_or_ministry") if chance.random() < 0.3
        ),
        founded=None if chance.random() < 0.05 else year - chance.choice((9, 10, 11, chance.randint(3, 40))),
        eligible_for_flag=chance.choice((True, False, None)),
        judged=_judged(chance, recipient),
        feats=_feats(chance, year) if chance.random() < 0.25 else (),
        registered=chance.choice((True, False, None)),
    )


def _grade(chance: Random, diligence: float, this_year: bool) -> str:
    if chance.random() < (0.5 if this_year else 0.03):
        return ""
    if chance.random() < diligence:
        return chance.choice(GRADES[:2])
    return chance.choice(GRADES)


def _status(chance: Random) -> str:
    return "cancelled" if chance.random() < 0.03 else "active"


def _titles(chance: Random, grades: dict[int, str]) -> list[AwardHeld]:
    held = []
    keen = chance.choice((0.3, 0.7, 0.95))
    for year, grade in grades.items():
        if grade in GRADES[:2] and chance.random() < 0.9:
            held.append(AwardHeld(chance.choice(("advanced_worker", "advanced_soldier")), year))
            if chance.random() < keen:
                held.append(AwardHeld("grassroots_emulation_fighter", year, status=_status(chance)))
            if chance.random() < 0.2:
                held.append(AwardHeld("provincial_emulation_fighter", year, status=_status(chance)))
    last = max(grades, default=2024)
    if chance.random() < 0.1:  # decided before the grade of the year is recorded
        held.append(AwardHeld("grassroots_emulation_fighter", last + 1))
        held.append(AwardHeld("advanced_worker", last + 1))
    return held


def _flags(chance: Random, grades: dict[int, str]) -> list[AwardHeld]:
    held = []
    for year in grades:
        for award, share in (
            ("excellent_labor_collective", 0.5), ("government_emulation_flag", 0.08),
            ("provincial_emulation_flag", 0.2), ("provincial_certificate_of_merit", 0.25),
        ):  # fmt: skip
            if chance.random() < share:
                type_ = "merit" if chance.random() < 0.85 else chance.choice(TYPES)
                held.append(AwardHeld(award, year, type_, _status(chance)))
    return held


def _bases(chance: Random, recipient: str, year: int) -> list[AwardHeld]:
    held = []
    for award in ("provincial_certificate_of_merit", "pm_certificate_of_merit", "labor_order_3"):
        for _ in range(chance.choice((0, 1, 1, 2))):
            got = year - chance.randint(1, 11)
            type_ = "merit" if chance.random() < 0.8 else chance.choice(TYPES)
            decided = date(got, 12, 20) if chance.random() < 0.2 else None
            if chance.random() < 0.03:
                decided = date(year + 1, 6, 1)
            held.append(AwardHeld(award, got, type_, _status(chance), decided))
    return held


def _initiatives(chance: Random, grades: dict[int, str]) -> tuple[Initiative, ...]:
    every = chance.choice((0.1, 0.4, 0.8))
    return tuple(
        Initiative(
            year,
            chance.choice(SCOPES),
            chance.choice(("initiative", "initiative", "topic")),
            chance.random() < 0.85,
            "grassroots_emulation_fighter" if chance.random() < 0.2 else "",
        )
        for year in [*grades, *grades, max(grades, default=2024) + 1]
        if chance.random() < every / 2
    )


def _discipline(chance: Random, day: date) -> tuple[Discipline, ...]:
    measures = []
    while chance.random() < 0.12:
        since = date(day.year - chance.randint(0, 8), chance.randint(1, 12), chance.randint(1, 28))
        until = date(since.year + 1, since.month, since.day)
        if chance.random() < 0.3:
            until = max(since, chance.choice((date(since.year, 12, 31), day, day - timedelta(days=1))))
        running = chance.random() < 0.1
        level = chance.choice(("reprimand", "warning", "dismissal"))
        measures.append(Discipline(level, since, None if running else until))
    return tuple(measures)


def _feats(chance: Random, year: int) -> tuple[Feat, ...]:
    degree = chance.choice((None, "many", "large", "many_and_large"))
    post, period = chance.choice(SERVICE)
    kinds: list[tuple[str, dict[str, object]]] = [
        ("contribution", {"degree": degree} if degree else {}),
        ("sudden", {"influence": chance.choice(INFLUENCES)}),
        ("invention", {"level": chance.choice(LEVELS)}),
        ("movement_result", {"launched_by": chance.choice(LAUNCHERS)}),
        (
            "movement_award",
            {
                "launched_by": chance.choice(LAUNCHERS),
                "years": chance.randint(1, 7),
                "at": chance.choice(("interim_review", "final_review")),
            },
        ),
        ("service", {"post": post, "period": period, "years": chance.randint(1, 16)}),
    ]
    return tuple(
        Feat(
            kind,
            qualities,
            None if kind == "service" else chance.choice((None, year - 1, year, year + 1)),
            "commendation_letter" if chance.random() < 0.1 else "",
        )
        for kind, qualities in kinds
        if chance.random() < 0.4
    )


def _judged(chance: Random, recipient: str) -> dict[str, bool | dict[int, bool]]:
    """Return what people answered: most lines of most alternatives, mostly yes."""
    said: dict[str, bool | dict[int, bool]] = {}
    if chance.random() < 0.15:
        return said
    for alternative, lines in HUMAN_LINES[recipient].items():
        draw = chance.random()
        if draw < 0.65:
            said[alternative] = True
        elif draw < 0.7:
            said[alternative] = False
        elif draw < 0.85:
            said[alternative] = {line: chance.random() < 0.7 for line in range(1, lines + 1)}
        elif draw < 0.92:
            said[alternative] = {chance.randint(1, lines): True}
    return said
