"""A province's regulation laid over the national law."""

from datetime import date
from pathlib import Path

import pytest

from thidua.core.language import Wording
from thidua.core.law.provisions import Certainty, Validity
from thidua.core.law.reading import LocalLayer, check_law, load_law

BAC_NINH = Path(__file__).parent.parent / "local" / "bac_ninh.yaml"
HEADER = """\
code: P1
number: 1/2020/QĐ-UBND
name: {vi: Quy định của tỉnh, en: Regulation of the province}
from: 2020-01-01
to: 2024-12-31
approved_by: Ban thi đua
approved_on: 2020-02-03
cite: [LAW1 Đ9]
"""
EASIER = "applies_to: [individual], all_of: [{kind: round_anniversary}], cite: [P1 Đ2]"
REASON = "reason: {vi: Tỉnh quy định riêng, en: The province has its own}"


def layer(rows: str) -> LocalLayer:
    return LocalLayer("p1.yaml", (HEADER + rows).encode())


def test_the_example_of_a_province_is_sound_and_brings_its_own_values() -> None:
    example = LocalLayer.open(BAC_NINH)
    assert check_law(local=[example]) == []
    book = load_law(local=[example])
    day = date(2025, 12, 20)
    assert dict(book.parameters["quorum/province"].at(day).value) == {
        "any_session": "2/3",
        "on_awards": "4/5",
    }
    assert book.parameters["council/sector_data_day"].at(day).certainty is Certainty.LOCAL
    assert book.texts["BN86"].note == Wording("Dữ liệu kiểm thử, 15/12/2025", "Test data, 15/12/2025")
    assert "council/sector_data_day" not in load_law().parameters
    assert book.version != load_law().version


def test_a_local_value_splits_the_national_one_and_both_stay_visible(law) -> None:
    book = law.book(layer("parameters:\n  - {code: votes/title, values: [{value: 75, cite: [P1 Đ1]}]}\n"))
    assert [
        (found.value, found.validity, found.certainty) for found in book.parameters["votes/title"].values
    ] == [
        (80, Validity(date(2000, 1, 1), date(2009, 12, 31)), Certainty.CONFIRMED),
        (90, Validity(date(2010, 1, 1), date(2019, 12, 31)), Certainty.MEMORY),
        (75, Validity(date(2020, 1, 1), date(2024, 12, 31)), Certainty.LOCAL),
        (90, Validity(date(2025, 1, 1)), Certainty.MEMORY),
    ]
    assert len(law.book().parameters["votes/title"].values) == 2


def test_a_local_reading_of_a_setting_holds_for_the_alternatives_it_names(law) -> None:
    book = law.book(layer("settings:\n  - {code: mixed, value: true, alternatives: [t-1], cite: [P1 Đ3]}\n"))
    assert (book.values_of("mixed", "t-1"), book.values_of("mixed", "o-1")) == ((True,), (True, False))


def test_a_local_alternative_is_added_while_the_regulation_holds(law) -> None:
    book = law.book(layer(f"alternatives:\n  - {{award: title, id: p-1, {EASIER}}}\n"))
    added = book.awards["title"].alternatives[-1]
    assert (added.id, added.award, added.text, added.validity, added.certainty) == (
        "p-1",
        "title",
        "P1",
        Validity(date(2020, 1, 1), date(2024, 12, 31)),
        Certainty.LOCAL,
    )


def test_a_replaced_alternative_is_shown_but_does_not_count_meanwhile(law) -> None:
    book = law.book(
        layer(f"alternatives:\n  - {{award: title, id: p-2, replaces: t-2, {REASON}, {EASIER}}}\n")
    )
    assert [
        (one.id, one.validity.since, one.validity.until, one.enabled)
        for one in book.awards["title"].alternatives
    ] == [
        ("t-1", date(2000, 1, 1), None, True),
        ("t-2", date(2000, 1, 1), date(2019, 12, 31), True),
        ("t-2@2020-01-01", date(2020, 1, 1), date(2024, 12, 31), False),
        ("t-2@2025-01-01", date(2025, 1, 1), None, True),
        ("p-2", date(2020, 1, 1), date(2024, 12, 31), True),
    ]
    assert book.awards["title"].alternatives[2].notes == (
        Wording("Tỉnh quy định riêng", "The province has its own"),
    )


def test_an_alternative_is_switched_off_with_a_reason_and_a_clause(law) -> None:
    book = law.book(layer(f"alternatives:\n  - {{disable: t-2, {REASON}, cite: [P1 Đ5]}}\n"))
    assert [one.enabled for one in book.awards["title"].alternatives] == [True, True, False, True]


FAULTS = [
    (
        "parameters:\n  - {code: votes/order, name: {vi: a, en: b}, unit: pct, "
        "values: [{value: 60, cite: [P1 Đ1]}]}\n",
        "p1.yaml:10: votes/order bears on awards of State level, whose votes are reserved to the law: "
        "name an award or a level of the province.",
    ),
    (
        "parameters:\n  - {code: votes/default, name: {vi: a, en: b}, unit: pct, "
        "values: [{value: 60, cite: [P1 Đ1]}]}\n",
        "p1.yaml:10: votes/default bears on awards of State level, whose votes are reserved to the law: "
        "name an award or a level of the province.",
    ),
    (
        f"alternatives:\n  - {{award: order, id: p-3, {EASIER}}}\n",
        "p1.yaml:10: The criteria of Order are reserved to the law: strike this out.",
    ),
    (
        f"alternatives:\n  - {{disable: o-1, {REASON}, cite: [P1 Đ5]}}\n",
        "p1.yaml:10: The criteria of Order are reserved to the law: strike this out.",
    ),
    (
        "settings:\n  - {code: mixed, value: true, cite: [P1 Đ3]}\n",
        "p1.yaml:10: This reading bears on o-1, criteria of State-level awards that are reserved to the law: "
        "name the alternatives of the province under `alternatives`.",
    ),
    (
        "settings:\n  - {code: mixed, value: 7, alternatives: [t-1], cite: [P1 Đ3]}\n",
        "p1.yaml:10: “7” is none of the values mixed can take.",
    ),
    (
        "parameters:\n  - {code: votes/title, values: [{value: 75, cite: [LAW1 Đ1]}]}\n",
        "p1.yaml:10: Cite the regulation too, as in [P1 Đ1]: it is what says so.",
    ),
    (
        "parameters:\n  - {code: votes/title, values: [{value: 75}]}\n",
        'p1.yaml:10: `cite` is missing: say where the law says so, as in cite: ["LAW2022 Đ74 k1 d"].',
    ),
    (
        "parameters:\n  - {code: votes/title, values: [{from: 2019-01-01, value: 75, cite: [P1 Đ1]}]}\n",
        "p1.yaml:10: It holds on 2019-01-01 – 2024-12-31, but the regulation only on 2020-01-01 – 2024-12-31.",
    ),
    (
        "parameters:\n  - {code: votes/titel, values: [{value: 75, cite: [P1 Đ1]}]}\n",
        "p1.yaml:10: The national law has no parameter “votes/titel”: did you mean “votes/title”? Otherwise give "
        "`name` and `unit`.",
    ),
    (
        f"alternatives:\n  - {{disable: t-1, {REASON}, cite: [P1 Đ5]}}\n",
        "p1.yaml:10: “t-2” refers to “t-1”: say in this regulation what becomes of it too.",
    ),
    (
        "alternatives:\n  - {disable: t-2, cite: [P1 Đ5]}\n",
        "p1.yaml:10: `reason` is missing: write it.",
    ),
    (
        f"alternatives:\n  - {{award: title, id: t-2, {EASIER}}}\n",
        "p1.yaml:10: The id “t-2” is taken by awards/title.yaml:25: choose another.",
    ),
]


@pytest.mark.parametrize(("rows", "said"), FAULTS, ids=[said[12:70] for _, said in FAULTS])
def test_what_a_regulation_may_not_say_is_a_fault(law, rows: str, said: str) -> None:
    assert law.faults(layer(rows)) == [said]


def test_a_code_that_another_text_bears_is_a_fault(law) -> None:
    taken = LocalLayer("p1.yaml", HEADER.replace("code: P1", "code: LAW1").encode())
    assert law.faults(taken) == [
        "p1.yaml:1: The code “LAW1” is that of 1/2000/QH: give this regulation another."
    ]
