"""Random questions and nominees for Hypothesis, drawn around one alternative so that they often come close."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from hypothesis import strategies as st

from thidua.core.law.facts import AwardHeld, Discipline, Feat, Initiative, Members, NomineeFacts, Question
from thidua.core.law.provisions import Alternative, Line
from thidua.core.law.reading import load_law

GRADES = ("failed", "completed", "well_completed", "excellently_completed")
LAST_DAY = date(2026, 12, 31)


@dataclass(frozen=True)
class Situation:
    """A question about an award, and what is recorded of one who is asked about."""

    question: Question
    facts: NomineeFacts


def alternatives() -> list[Alternative]:
    return [one for award in load_law().awards.values() for one in award.alternatives if one.enabled]


def lines_of(alternative: Alternative) -> Iterator[Line]:
    ways = {one.id: one for one in load_law().awards[alternative.award].alternatives}

    def walk(line: Line) -> Iterator[Line]:
        yield line
        if line.kind == "ref":
            yield from walk(ways[str(line.fields["ref"])].lines)
        for inner in line.lines:
            yield from walk(inner)

    yield from walk(alternative.lines)


def questions(alternative: Alternative) -> st.SearchStrategy[Question]:
    first = max(alternative.validity.since, date(2014, 8, 20))
    last = alternative.validity.until or LAST_DAY
    return st.builds(
        Question,
        st.just(alternative.award),
        st.dates(first, last),
        st.sampled_from(alternative.applies_to),
        type=st.sampled_from((alternative.type or "merit", alternative.type or "merit", "merit", "sudden")),
    )


def awards_named(alternative: Alternative) -> list[str]:
    found: list[str] = []
    for line in lines_of(alternative):
        for name in ("award", "title", "titles"):
            value = line.fields.get(name)
            found += [value] if isinstance(value, str) else [str(one) for one in value or ()]  # type: ignore[attr-defined]
    return sorted(set(found)) or ["grassroots_emulation_fighter"]


@st.composite
def awards_held(draw: st.DrawFn, alternative: Alternative, year: int) -> tuple[AwardHeld, ...]:
    """Return awards the alternative names: one early, others every year or now and then."""
    held = []
    for code in awards_named(alternative):
        years = draw(
            st.one_of(
                st.just(list(range(year - 6, year + 1))),
                st.lists(st.integers(year - 13, year), max_size=4),
                st.just([year - 7]),
            )
        )
        for one in years:
            type_ = draw(st.sampled_from(("merit",) * 9 + ("sudden", "movement")))
            status = draw(st.sampled_from(("active",) * 9 + ("cancelled",)))
            held.append(AwardHeld(code, one, type_, status))
    return tuple(draw(st.permutations(held)))


@st.composite
def feats(draw: st.DrawFn, alternative: Alternative, year: int) -> tuple[Feat, ...]:
    """Return feats of the kinds that the alternative asks for, often just as asked."""
    found = []
    for line in lines_of(alternative):
        if line.kind not in {
            "contribution", "sudden", "movement_award", "movement_result", "invention", "service_tenure",
            "cluster_leader", "cluster_selected",
        }:  # fmt: skip
            continue
        if draw(st.booleans()):
            found.append(_feat(draw, line, year))
    return tuple(draw(st.permutations(found)))


def _feat(draw: st.DrawFn, line: Line, year: int) -> Feat:
    qualities: dict[str, object] = {
        name: line.fields[name]
        for name in ("influence", "degree", "launched_by", "level", "organised_by", "leader")
        if line.fields.get(name) is not None
    }
    reviews = line.fields.get("at")
    if isinstance(reviews, list | tuple) and reviews:
        qualities["at"] = draw(st.sampled_from(reviews))
    if line.kind == "movement_award":
        qualities["years"] = draw(st.integers(1, 7))
    if "min_value" in line.fields:
        qualities["value"] = draw(st.sampled_from((499_000_000, 500_000_000)))
    if line.kind == "service_tenure":
        qualities = {
            "post": "general_director",
            "period": "anti_american_war_or_construction",
            "years": draw(st.integers(1, 8)),
        }
    commended = draw(st.sampled_from(("", "", "", "commendation_letter")))
    kind = "service" if line.kind == "service_tenure" else line.kind
    return Feat(kind, qualities, draw(st.sampled_from((None, year, year - 1))), commended)


def initiatives(year: int) -> st.SearchStrategy[tuple[Initiative, ...]]:
    one = st.builds(
        Initiative,
        st.integers(year - 7, year),
        st.sampled_from(("grassroots", "province_or_ministry", "nationwide")),
        st.sampled_from(("initiative", "initiative", "topic")),
        st.sampled_from((True, True, True, False)),
        st.sampled_from(("", "", "grassroots_emulation_fighter")),
    )
    yearly = st.just(tuple(Initiative(past, "nationwide") for past in range(year - 7, year + 1)))
    return st.one_of(yearly, st.lists(one, max_size=8).map(tuple))


def grades(year: int) -> st.SearchStrategy[dict[int, str]]:
    def steady(last: int, grade: str) -> dict[int, str]:
        return dict.fromkeys(range(last - 13, last + 1), grade)

    mixed = st.dictionaries(st.integers(year - 8, year), st.sampled_from(GRADES[1:]), max_size=9)
    return st.one_of(
        st.builds(steady, st.integers(year - 1, year), st.sampled_from(GRADES[2:])),
        mixed,
        st.builds(lambda base, over: base | over, st.just(steady(year - 1, GRADES[3])), mixed),
    )


@st.composite
def members(draw: st.DrawFn) -> Members:
    count = draw(st.integers(5, 40))
    titled = draw(st.integers(0, count))
    failed = draw(st.sampled_from((0, 0, 1)))
    return Members(
        count,
        {
            "advanced_worker": titled,
            "advanced_soldier": draw(st.integers(0, count)),
            "grassroots_emulation_fighter": draw(st.integers(0, 2)),
        },
        {"failed": failed, "well_completed": count - failed},
        {"warning": draw(st.sampled_from((0, 0, 1)))},
    )


@st.composite
def discipline(draw: st.DrawFn, year: int) -> tuple[Discipline, ...]:
    found = []
    for _ in range(draw(st.sampled_from((0, 0, 0, 1, 2)))):
        since = draw(st.dates(date(year - 9, 1, 1), date(year, 12, 28)))
        until = draw(st.sampled_from((date(since.year, 12, 31), date(since.year + 1, 3, 1), None)))
        found.append(Discipline(draw(st.sampled_from(("reprimand", "warning"))), since, until))
    return tuple(found)


def judged(alternative: Alternative) -> st.SearchStrategy[dict[str, bool | dict[int, bool]]]:
    ids = [one.id for one in load_law().awards[alternative.award].alternatives]
    said: st.SearchStrategy[bool | dict[int, bool]] = st.one_of(
        st.just(True),
        st.booleans(),
        st.dictionaries(st.integers(1, 4), st.booleans(), max_size=3),
    )
    every: dict[str, bool | dict[int, bool]] = dict.fromkeys(ids, True)
    return st.one_of(st.just(every), st.dictionaries(st.sampled_from(ids), said))


@st.composite
def nominees(draw: st.DrawFn, alternative: Alternative, year: int) -> NomineeFacts:
    """Return what is recorded of one nominee about a year."""
    authorities = ("provincial_chair", "province_or_ministry")
    return NomineeFacts(
        grades=draw(grades(year)),
        awards=draw(awards_held(alternative, year)),
        initiatives=draw(initiatives(year)),
        discipline=draw(discipline(year)),
        suspended=draw(st.sampled_from((False,) * 9 + (True,))),
        dissolved_on=draw(st.sampled_from((None,) * 9 + (date(2025, 7, 1),))),
        members=draw(st.one_of(st.none(), members())),
        confirmations=frozenset(draw(st.sampled_from(((), authorities, authorities[:1])))),
        founded=draw(st.one_of(st.none(), st.integers(1945, year))),
        eligible_for_flag=draw(st.sampled_from((None, True, False))),
        judged=draw(judged(alternative)),
        feats=draw(feats(alternative, year)),
        registered=draw(st.sampled_from((None, True, True, False))),
        months_worked=draw(st.one_of(st.none(), st.integers(0, 12))),
        maternity_months=draw(st.sampled_from((0, 0, 6))),
    )


@st.composite
def situations(draw: st.DrawFn) -> Situation:
    alternative = draw(st.sampled_from(alternatives()))
    question = draw(questions(alternative))
    return Situation(question, draw(nominees(alternative, question.law_day.year)))


@st.composite
def batches(draw: st.DrawFn) -> tuple[Question, list[NomineeFacts]]:
    alternative = draw(st.sampled_from(alternatives()))
    question = draw(questions(alternative))
    people = st.lists(nominees(alternative, question.law_day.year), min_size=1, max_size=4)
    return question, draw(people)
