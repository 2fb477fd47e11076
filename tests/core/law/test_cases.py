"""Every case of tests/cases/law, judged from the law and written down for a clerk, put to the engine."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest

from thidua.core.law.appraisal import Appraisal, Finding, Verdict
from thidua.core.law.book import LawBook
from thidua.core.law.cases.case import Case, Entry
from thidua.core.law.cases.judging import judge
from thidua.core.law.cases.reading import read_cases
from thidua.core.law.facts import NomineeFacts
from thidua.core.law.provisions import Alternative, Line
from thidua.core.law.reading import load_law

FOLDER = Path(__file__).parents[2] / "cases" / "law"
ASKS_A_PERSON = {"qualitative", "attested", "recognised_by", "unit_not_eligible_for_flag"}


@lru_cache
def _files() -> dict[str, tuple[Case, ...]]:
    book = load_law()
    found = {}
    for path in sorted(FOLDER.glob("*.yaml")):
        read = read_cases(path.read_bytes(), book)
        assert not read.all_faults, [(path.name, fault.path, fault.message.en) for fault in read.all_faults]
        found[path.stem] = read.cases
    return found


def _cases() -> list[object]:
    return [
        pytest.param(case, id=f"{stem}-{number}")
        for stem, cases in _files().items()
        for number, case in enumerate(cases, start=1)
    ]


def _appraise(case: Case) -> tuple[Appraisal, list[str]]:
    (outcome,) = judge([Entry(case.name, case.question.award, case)], load_law())
    assert outcome.appraisal is not None
    return outcome.appraisal, [mismatch.message.en for mismatch in outcome.mismatches]


def _everything(findings: tuple[Finding, ...]) -> Iterator[Finding]:
    for finding in findings:
        yield finding
        yield from _everything(finding.findings)


@pytest.mark.parametrize("case", _cases())
def test_a_case_is_judged_as_the_law_says_and_every_finding_gives_its_reason(case: Case) -> None:
    appraisal, mismatches = _appraise(case)

    assert not mismatches, (case.name, mismatches)
    findings = [*appraisal.rules, *(one for way in appraisal.alternatives for one in way.findings)]
    for finding in _everything(tuple(findings)):
        for said in (finding.text, finding.outcome):
            assert said.vi.strip(), (case.name, finding)
            assert said.en.strip(), (case.name, finding)
        assert finding.cites, (case.name, finding)
    assert appraisal.reasons, case.name
    assert all(reason.vi and reason.en for reason in appraisal.reasons), case.name
    if appraisal.verdict is Verdict.MET:
        assert appraisal.by, case.name


def _alternatives() -> list[Alternative]:
    awards = load_law().awards.values()
    return [one for award in awards for one in award.alternatives if one.enabled]


@pytest.mark.parametrize("alternative", [pytest.param(one, id=one.id) for one in _alternatives()])
def test_every_enabled_alternative_has_a_case_for_each_verdict_that_can_arise(
    alternative: Alternative,
) -> None:
    book = load_law()
    due = {Verdict.NOT_MET}
    if _can_be_met(alternative, book):
        due.add(Verdict.MET)
    if _can_need_a_person(alternative, book):
        due.add(Verdict.NEEDS_HUMAN)

    shown = {
        case.expect.verdict
        for cases in _files().values()
        for case in cases
        if case.expect.alternative == alternative.id or case.expect.by == alternative.id
    }

    assert due - shown == set()


def _can_be_met(alternative: Alternative, book: LawBook) -> bool:
    """A table of posts that is not known can never be met."""
    lines = list(_lines(alternative, book))
    return not any(line.kind == "service_tenure" and not line.fields.get("table") for line in lines)


def _can_need_a_person(alternative: Alternative, book: LawBook) -> bool:
    if not alternative.certainty.stands_alone or not _can_be_met(alternative, book):
        return True
    lines = list(_lines(alternative, book))
    if any(line.kind in ASKS_A_PERSON for line in lines):
        return True
    settings = {
        str(value) for line in lines for name, value in line.fields.items() if name.endswith("_setting")
    }
    if any(len(book.values_of(setting, alternative.id)) > 1 for setting in settings):
        return True
    return any(
        rule.effect == "attested"
        and alternative.award in rule.awards
        and set(alternative.applies_to) & set(rule.lines or {})
        and rule.validity.since <= (alternative.validity.until or rule.validity.since)
        for rule in book.rules
    )


def _lines(alternative: Alternative, book: LawBook) -> Iterator[Line]:
    ways = {one.id: one for one in book.awards[alternative.award].alternatives}

    def walk(line: Line) -> Iterator[Line]:
        yield line
        if line.kind == "ref":
            yield from walk(ways[str(line.fields["ref"])].lines)
        for inner in line.lines:
            yield from walk(inner)

    yield from walk(alternative.lines)


def _named(stem: str, name: str) -> Case:
    (found,) = [case for case in _files()[stem] if case.name == name]
    return found


def test_an_initiative_that_served_a_title_is_warned_of_and_nothing_else_changes() -> None:
    used = _named("worked_examples", "Như trên, nhưng danh hiệu năm 2024 đã dùng sáng kiến năm 2024")
    fresh = _named("worked_examples", "Giải đáp của Bộ Nội vụ về điểm d khoản 1 Điều 74")

    assert replace(used.facts, initiatives=()) == replace(fresh.facts, initiatives=())
    warned, unwarned = _appraise(used)[0], _appraise(fresh)[0]
    assert (warned.verdict, warned.by) == (unwarned.verdict, unwarned.by)
    assert unwarned.warnings == ()
    assert len(warned.warnings) == 1


def test_after_the_amendment_the_answer_still_tells_what_the_old_text_says() -> None:
    full = _named(
        "transitions", "Hồ sơ nhận 05/10/2026: nội dung sửa đổi chưa nạp, người có thẩm quyền kết luận"
    )
    short = _named("transitions", "Hồ sơ thiếu rõ rệt nhận 02/11/2026: máy không từ chối")

    assert _appraise(full)[0].under_old_text is Verdict.MET
    assert _appraise(short)[0].under_old_text is Verdict.NOT_MET
    warning = load_law().texts["LAW2022A"].warning
    assert warning is not None
    assert warning in _appraise(full)[0].reasons
    assert warning in _appraise(short)[0].reasons


def test_there_is_a_case_of_each_law_for_the_same_facts() -> None:
    by_facts: dict[str, set[int]] = {}
    for stem, cases in _files().items():
        for case in cases if stem.startswith("the_same_") else ():
            by_facts.setdefault(str(case.facts), set()).add(case.question.on.year)

    assert all({2019, 2024, 2025, 2026} <= years for years in by_facts.values()), by_facts
    assert len(by_facts) == 6


def test_facts_that_say_nothing_meet_nothing() -> None:
    for cases in _files().values():
        for case in cases:
            assert _appraise(replace(case, facts=NomineeFacts()))[0].verdict is not Verdict.MET, case.name
