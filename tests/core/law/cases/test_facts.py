"""Facts as a clerk writes them."""

from datetime import date

from tests.core.law.cases.reading_cases import with_facts
from thidua.core.law.book import LawBook
from thidua.core.law.facts import AwardHeld, Discipline, Feat, Initiative, Members, NomineeFacts


def test_no_facts_are_no_records(book: LawBook) -> None:
    assert with_facts("{}", book).facts == with_facts("null", book).facts == NomineeFacts()


def test_grades_are_kept_by_counting_year(book: LawBook) -> None:
    facts = with_facts("{grades: {2023: excellently_completed, '2024': completed}}", book).facts

    assert facts.grades == {2023: "excellently_completed", 2024: "completed"}
    assert facts.school_year is False


def test_a_school_year_counts_for_the_year_in_which_it_ends(book: LawBook) -> None:
    facts = with_facts(
        "{grades: {2023-2024: completed}, awards: {award: advanced_worker, year: 2023-2024}}", book
    )

    assert facts.facts.grades == {2024: "completed"}
    assert facts.facts.awards == (AwardHeld("advanced_worker", 2024),)
    assert facts.facts.school_year is True


def test_everything_of_an_award_is_read(book: LawBook) -> None:
    written = (
        "{awards: [{award: pm_certificate_of_merit, year: 2019, type: sudden, decided_on: 2020-01-15, "
        "status: cancelled, decision: 15/QĐ-TTg}]}"
    )

    assert with_facts(written, book).facts.awards == (
        AwardHeld("pm_certificate_of_merit", 2019, "sudden", "cancelled", date(2020, 1, 15), "15/QĐ-TTg"),
    )


def test_an_award_may_be_received_again_for_another_type_and_after_a_cancellation(book: LawBook) -> None:
    written = (
        "{awards: [{award: pm_certificate_of_merit, year: 2019}, "
        "{award: pm_certificate_of_merit, year: 2019, type: sudden}, "
        "{award: advanced_worker, year: 2019, status: cancelled}, {award: advanced_worker, year: 2019}]}"
    )

    assert len(with_facts(written, book).facts.awards) == 4


def test_one_mapping_stands_for_a_list_of_one(book: LawBook) -> None:
    facts = with_facts(
        "{initiatives: {year: 2025, scope: grassroots}, confirmations: provincial_chair}", book
    ).facts

    assert facts.initiatives == (Initiative(2025, "grassroots"),)
    assert facts.confirmations == {"provincial_chair"}


def test_everything_of_an_initiative_is_read(book: LawBook) -> None:
    written = (
        "{initiatives: [{year: 2025, scope: nationwide, form: topic, effective: false, "
        "used_for: advanced_worker, name: Số hóa hồ sơ}]}"
    )

    assert with_facts(written, book).facts.initiatives == (
        Initiative(2025, "nationwide", "topic", False, "advanced_worker", "Số hóa hồ sơ"),
    )


def test_disciplines_come_oldest_first_and_one_without_an_end_is_running(book: LawBook) -> None:
    written = (
        "{discipline: [{level: warning, from: 2024-05-01}, "
        "{level: reprimand, from: 2021-01-01, to: 2021-12-31}]}"
    )

    assert with_facts(written, book).facts.discipline == (
        Discipline("reprimand", date(2021, 1, 1), date(2021, 12, 31)),
        Discipline("warning", date(2024, 5, 1)),
    )


def test_members_are_head_counts(book: LawBook) -> None:
    written = "{members: {count: 20, shares: {advanced_worker: 15}, grades: {completed: 9}, disciplined: {warning: 1}}}"

    assert with_facts(written, book).facts.members == Members(
        20, {"advanced_worker": 15}, {"completed": 9}, {"warning": 1}
    )


def test_single_facts_are_read(book: LawBook) -> None:
    facts = with_facts(
        "{suspended: true, dissolved_on: 2025-07-01, founded: 1999-05-20, eligible_for_flag: false, "
        "registered: true, months_worked: 11, maternity_months: 6, school_year: true}",
        book,
    ).facts

    assert facts == NomineeFacts(
        suspended=True,
        dissolved_on=date(2025, 7, 1),
        founded=1999,
        eligible_for_flag=False,
        registered=True,
        months_worked=11,
        maternity_months=6,
        school_year=True,
    )


def test_what_is_written_as_null_is_not_recorded(book: LawBook) -> None:
    facts = with_facts(
        "{eligible_for_flag: null, awards: null, grades: {2024: null}, founded: ~}", book
    ).facts

    assert facts == NomineeFacts()


def test_answers_of_a_person_are_for_all_lines_or_for_each(book: LawBook) -> None:
    judged = with_facts("{judged: {hl: {1: true, 2: false}, pf-2022: true}}", book).facts.judged

    assert judged == {"hl": {1: True, 2: False}, "pf-2022": True}


def test_an_achievement_is_true_one_mapping_or_several(book: LawBook) -> None:
    feats = with_facts(
        "{contribution: true, sudden: {influence: nationwide, year: 2024}, "
        "movement_award: [{launched_by: province, min_years: 5, at: [final_review], leader: true}], "
        "invention: false, cluster_leader: {organised_by: province, commended: provincial_emulation_flag}}",
        book,
    ).facts.feats

    assert feats == (
        Feat("contribution"),
        Feat("sudden", {"influence": "nationwide"}, 2024),
        Feat("movement_award", {"launched_by": "province", "years": 5, "at": "final_review", "leader": True}),
        Feat("cluster_leader", {"organised_by": "province"}, None, "provincial_emulation_flag"),
    )


def test_money_may_be_written_with_underscores(book: LawBook) -> None:
    feats = with_facts("{contribution: {min_value: 500_000_000}}", book).facts.feats

    assert feats == (Feat("contribution", {"value": 500000000}),)
