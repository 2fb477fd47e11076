"""What becomes of a case: as JSON, as text, and beside what was expected."""

import json

import pytest

from thidua.core.law.appraisal import Verdict
from thidua.core.law.book import LawBook
from thidua.core.law.cases.case import Expectation
from thidua.core.law.cases.difference import Mismatch, differences
from thidua.core.law.cases.judging import Outcome, judge
from thidua.core.law.cases.plain import plain
from thidua.core.law.cases.readable import Teller
from thidua.core.law.cases.reading import read_cases

FIGHTER = """\
- name: three titles
  award: provincial_emulation_fighter
  on: 2025-12-20
  received: 2025-11-28
  recipient: individual
  facts:
    grades: {2025: excellently_completed}
    awards:
      - {award: grassroots_emulation_fighter, year: 2023, decision: 12/QĐ-SNV}
      - {award: grassroots_emulation_fighter, year: 2024}
      - {award: grassroots_emulation_fighter, year: 2025}
    initiatives: [{year: 2025, scope: province_or_ministry}]
    confirmations: [provincial_chair]
"""
ONE_SHORT = FIGHTER.replace(", year: 2023,", ", year: 2021,").replace("three titles", "one short")
FAULTY = "- {name: faulty, award: provincial_emulation_fighter, on: 2025-12-20, recipient: nobody}\n"


def outcomes(text: str, book: LawBook) -> list[Outcome]:
    return list(judge(read_cases(text.encode(), book).entries, book))


def outcome(text: str, book: LawBook) -> Outcome:
    (only,) = outcomes(text, book)
    return only


def test_json_names_the_verdict_the_alternative_and_the_text(book: LawBook) -> None:
    said = plain(outcome(FIGHTER, book), book)

    head = ("name", "award", "verdict", "by", "law_text", "missing", "difference", "errors")
    assert {name: said[name] for name in head} == {
        "name": "three titles",
        "award": "provincial_emulation_fighter",
        "verdict": "met",
        "by": "pf-2022",
        "law_text": "LAW2022",
        "missing": [],
        "difference": None,
        "errors": [],
    }
    assert said["law_version"] == book.version


def test_each_finding_has_its_clause_its_sentence_in_both_languages_and_its_evidence(book: LawBook) -> None:
    said = plain(outcome(FIGHTER, book), book)

    run = said["findings"][0]
    assert (run["alternative"], run["condition"], run["path"], run["verdict"], run["clause"]) == (
        "pf-2022",
        "title_run",
        "1",
        "met",
        "Đ22 k1 a Luật 06/2022/QH15",
    )
    assert run["text"]["vi"].startswith("03 lần liên tục được tặng")
    assert run["text"]["en"].startswith("Grassroots Emulation Fighter received 3 times in a row")
    assert run["evidence"]["years"] == [2023, 2024, 2025]
    assert run["evidence"]["items"][0]["decision"] == "12/QĐ-SNV"


def test_json_can_be_written_and_read_again(book: LawBook) -> None:
    said = [plain(one, book) for one in outcomes(FIGHTER + ONE_SHORT + FAULTY, book)]

    assert json.loads(json.dumps(said, ensure_ascii=False)) == said


def test_a_case_with_faults_has_the_same_entries_no_verdict_and_its_errors(book: LawBook) -> None:
    good, bad = (plain(one, book) for one in outcomes(FIGHTER + FAULTY, book))

    assert good.keys() == bad.keys()
    assert (bad["name"], bad["award"], bad["verdict"], bad["by"], bad["findings"]) == (
        "faulty",
        "provincial_emulation_fighter",
        None,
        None,
        [],
    )
    assert [error["path"] for error in bad["errors"]] == ["cases[1].recipient"]
    assert bad["errors"][0]["message"]["vi"].startswith("Không có đối tượng «nobody»")


def test_what_is_missing_is_said_in_both_languages(book: LawBook) -> None:
    said = plain(outcome(ONE_SHORT, book), book)

    assert (said["verdict"], said["by"], said["nearest"]) == ("not_met", None, "pf-2022")
    assert [set(missing) for missing in said["missing"]] == [{"vi", "en"}]
    assert said["earliest"] == 2026


def test_the_choices_of_a_case_hold_for_this_case_alone(book: LawBook) -> None:
    late = (
        FIGHTER.replace("2025-12-20", "2026-12-20")
        .replace("2025-11-28", "2026-11-28")
        .replace("2025", "2026")
    )
    late = late.replace("2024}", "2025}").replace("2023, d", "2024, d")
    lifted = late + "  caps_lifted: [LAW2022A]\n"

    verdicts = [one.appraisal.verdict for one in outcomes(lifted + late, book) if one.appraisal]

    assert verdicts == [Verdict.MET, Verdict.NEEDS_HUMAN]


def test_what_is_as_expected_is_no_difference(book: LawBook) -> None:
    assert outcome(FIGHTER + "  expect: {verdict: met, by: pf-2022}\n", book).mismatches == ()
    assert outcome(ONE_SHORT + "  expect: {verdict: not_met, earliest: 2026}\n", book).mismatches == ()


def test_a_difference_says_what_was_expected_and_what_was_found(book: LawBook) -> None:
    told = outcome(ONE_SHORT + "  expect: {verdict: met, by: pf-2022, earliest: 2030}\n", book)

    assert plain(told, book)["difference"] == {
        "verdict": {
            "expected": "met",
            "found": "not_met",
            "message": {
                "vi": "dự kiến «đủ điều kiện», kết quả «chưa đủ điều kiện»",
                "en": "expected “met”, found “not met”",
            },
        },
        "by": {
            "expected": "pf-2022",
            "found": None,
            "message": {
                "vi": "dự kiến theo phương án pf-2022, kết quả –",
                "en": "expected by alternative pf-2022, found –",
            },
        },
        "earliest": {
            "expected": 2030,
            "found": 2026,
            "message": {
                "vi": "dự kiến sớm nhất năm 2030, kết quả 2026",
                "en": "expected 2030 as the earliest year, found 2026",
            },
        },
    }


def test_an_expected_alternative_is_compared_alone(book: LawBook) -> None:
    certificate = """\
- award: provincial_certificate_of_merit
  on: 2025-03-10
  recipient: individual
  facts: {contribution: true, judged: {pc-2022-1c: true}}
"""
    appraisal = outcome(certificate, book).appraisal
    assert appraisal is not None
    assert appraisal.verdict is Verdict.MET

    assert differences(Expectation(Verdict.NOT_MET, alternative="pc-2022-1d2"), appraisal) == ()
    (other,) = differences(Expectation(Verdict.MET, alternative="pc-2022-1d2"), appraisal)
    assert (other.field, other.expected, other.found) == ("verdict", "met", "not_met")
    (unjudged,) = differences(Expectation(Verdict.MET, alternative="pf-2022"), appraisal)
    assert unjudged == Mismatch("alternative", "pf-2022", None, unjudged.message)


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "vi",
            [
                "7. three titles",
                "   ĐỦ ĐIỀU KIỆN: Chiến sĩ thi đua Bộ, ban, ngành, tỉnh",
                "   theo điểm a-b khoản 1 Điều 22 Luật 06/2022/QH15; khoản 2 Điều 22 Luật 06/2022/QH15 "
                "(phương án pf-2022)",
                "   xét ngày 28/11/2025 theo Luật 06/2022/QH15",
            ],
        ),
        (
            "en",
            [
                "7. three titles",
                "   MET: Emulation Fighter of ministry, sector or province",
                "   by point a-b, clause 1, Article 22 of Law 06/2022/QH15; clause 2, Article 22 of "
                "Law 06/2022/QH15 (alternative pf-2022)",
                "   on 2025-11-28, by Law 06/2022/QH15",
            ],
        ),
    ],
)
def test_the_text_says_the_verdict_first_then_by_what_then_its_conditions(
    language: str, lines: list[str], book: LawBook
) -> None:
    told = Teller(book, "vi" if language == "vi" else "en").tell(7, outcome(FIGHTER, book)).splitlines()

    assert told[:4] == lines
    assert [line[:6] for line in told[4:]] == ["     ✓"] * 3


def test_the_text_of_a_refusal_marks_each_condition_and_says_what_is_missing(book: LawBook) -> None:
    told = Teller(book).tell(1, outcome(ONE_SHORT + "  expect: met\n", book)).splitlines()

    assert told[1] == "   CHƯA ĐỦ ĐIỀU KIỆN: Chiến sĩ thi đua Bộ, ban, ngành, tỉnh"
    assert [line.strip()[:1] for line in told if line.startswith("     ")] == ["✗", "✓", "✓", "-"]
    assert "   Nếu giữ được như hiện nay, sớm nhất là năm 2026." in told
    assert told[-1] == "   ≠ KHÁC DỰ KIẾN: dự kiến «đủ điều kiện», kết quả «chưa đủ điều kiện»"


def test_alternatives_that_do_not_count_take_one_line_each_unless_all_is_asked_for(book: LawBook) -> None:
    certificate = """\
- award: provincial_certificate_of_merit
  on: 2025-03-10
  recipient: individual
"""
    short = Teller(book).tell(1, outcome(certificate, book)).splitlines()
    whole = Teller(book, verbose=True).tell(1, outcome(certificate, book)).splitlines()

    assert [line for line in short if line.startswith("   – pc-2022-1b")] == [
        "   – pc-2022-1b · không tính: dành cho loại hình khen thưởng đột xuất"
    ]
    assert not [line for line in whole if line.startswith("   –")]
    assert len(whole) > len(short)


def test_the_last_line_counts_how_the_cases_came_out(book: LawBook) -> None:
    wrong = ONE_SHORT + "  expect: met\n"

    assert Teller(book).summary(outcomes(FIGHTER + wrong + FAULTY, book)) == (
        "3 trường hợp: 1 đủ điều kiện, 1 chưa đủ, 0 cần người kết luận; 1 khác dự kiến; "
        "1 không xét vì dữ liệu có lỗi."
    )
    assert Teller(book, "en").summary(outcomes(FIGHTER, book)) == "1 case: 1 met, 0 not met, 0 need a person."
