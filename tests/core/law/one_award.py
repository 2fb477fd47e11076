"""The law book with one more award, made of the lines that a test is about."""

from dataclasses import replace
from datetime import date

from thidua.core.law.appraisal import Appraisal, Finding, Verdict
from thidua.core.law.batch import judge_all
from thidua.core.law.book import LawBook
from thidua.core.law.citations import Citation
from thidua.core.law.engine import appraise
from thidua.core.law.facts import AwardHeld, Initiative, NomineeFacts, Question
from thidua.core.law.gathering import columns_of
from thidua.core.law.provisions import Alternative, Award, Certainty, Line, Validity
from thidua.core.law.reading import load_law

AWARD = "award_of_the_test"
ON = date(2025, 12, 20)
CITES = (Citation.parse("LAW2022 Đ74 k1 d"),)
EVERYBODY = ("individual", "collective", "household", "enterprise")


def line(kind: str, **fields: object) -> Line:
    """Return one condition."""
    return Line(kind, fields)


def any_of(*lines: Line) -> Line:
    """Return a group of which one line is enough."""
    return Line("any_of", {}, lines)


def alternative(*lines: Line, id_: str = "t-1", type_: str = "") -> Alternative:
    """Return an alternative that asks for all lines."""
    return Alternative(
        id=id_,
        award=AWARD,
        text="LAW2022",
        applies_to=EVERYBODY,
        cites=CITES,
        validity=Validity(date(2004, 7, 1)),
        certainty=Certainty.CONFIRMED,
        lines=Line("all_of", {}, lines),
        type=type_,
    )


def with_award(*alternatives: Alternative, book: LawBook | None = None) -> LawBook:
    """Return the law with one more award."""
    book = book or load_law()
    award = replace(
        book.awards["provincial_certificate_of_merit"],
        code=AWARD,
        recipients=EVERYBODY,
        alternatives=alternatives,
    )
    assert isinstance(award, Award)
    return replace(book, awards={**book.awards, AWARD: award})


def asked(
    on: date = ON, recipient: str = "individual", type_: str = "merit", worker_kind: str = ""
) -> Question:
    """Return the question whether that award may be given."""
    return Question(AWARD, on, recipient, type=type_, worker_kind=worker_kind)


def appraised(
    *lines: Line, facts: NomineeFacts, question: Question | None = None, type_: str = ""
) -> Appraisal:
    """Judge one nominee by these lines alone."""
    return appraise(with_award(alternative(*lines, type_=type_)), question or asked(), facts)


def found(*lines: Line, facts: NomineeFacts, question: Question | None = None, type_: str = "") -> Finding:
    """Return the finding of the last of these lines."""
    appraisal = appraised(*lines, facts=facts, question=question, type_=type_)
    return appraisal.alternatives[0].findings[len(lines) - 1]


def verdicts(
    *lines: Line, people: list[NomineeFacts], question: Question | None = None, type_: str = ""
) -> list[str]:
    """Judge several nominees together; their verdicts in order."""
    question = question or asked()
    together = judge_all(with_award(alternative(*lines, type_=type_)), question, columns_of(people, question))
    return [Verdict(int(verdict)).code for verdict in together.verdict]


def graded(grade: str, *years: int) -> dict[int, str]:
    """Return the same grade for several years."""
    return dict.fromkeys(years, grade)


def held(award: str, *years: int, **more: object) -> tuple[AwardHeld, ...]:
    """Return an award received for several years."""
    return tuple(AwardHeld(award, year, **more) for year in years)  # type: ignore[arg-type]


def initiatives(scope: str, *years: int, **more: object) -> tuple[Initiative, ...]:
    """Return an initiative for each of these years."""
    return tuple(Initiative(year, scope, **more) for year in years)  # type: ignore[arg-type]
