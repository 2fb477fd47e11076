"""The awards that a cell names, against cases a clerk can read."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.registry.books.cell_cases import cases, label
from thidua.core.law.reading import load_law
from thidua.registry.books.awards import SURE, award_in, level_of, read_award, read_awards


@pytest.mark.parametrize("case", cases("awards"), ids=label)
def test_a_cell_names_the_awards_a_clerk_sees(case: dict[str, Any]) -> None:
    read = read_awards(case["cell"], case.get("among", ""), case.get("day"), {}, case.get("by", ""))
    assert [award.code for award in read] == case["awards"]
    assert any(award.code and award.certainty < SURE for award in read) == case.get("unsure", False)
    assert list(read[0].alternatives if not read[0].code else ()) == case.get("perhaps", [])
    assert read[-1].reason == case.get("reason", "")


@pytest.mark.parametrize("code", sorted(load_law().awards))
def test_every_name_of_the_law_is_read_without_doubt(code: str) -> None:
    award = load_law().awards[code]
    names = [award.name, *(former.name for former in award.former_names)]
    for name in (said for wording in names for said in (wording.vi, wording.vi.upper(), wording.en)):
        assert (read_award(name).code, read_award(name).certainty) == (code, 1.0)


SHORT = {
    "CSTĐ CS": "grassroots_emulation_fighter",
    "CSTĐ TQ": "national_emulation_fighter",
    "TT LĐ XS": "excellent_labor_collective",
    "LĐ TT": "advanced_worker",
    "BK UBND": "provincial_certificate_of_merit",
    "BK TTg": "pm_certificate_of_merit",
    "HC LĐ 3": "labor_order_3",
    "HC ĐL 1": "independence_order_1",
    "CTĐ CP": "government_emulation_flag",
    "AH LĐ": "hero_of_labor",
}


@given(
    some.sampled_from(sorted(SHORT)),
    some.sampled_from(["", " ", "-", "_", ".", " . ", "/"]),
    some.booleans(),
    some.booleans(),
)
@settings(max_examples=200, deadline=None)
def test_a_short_form_is_one_award_however_it_is_typed(
    form: str, between: str, marked: bool, small: bool
) -> None:
    typed = between.join(form.split()) if marked else between.join(form.replace("Đ", "D").split())
    assert read_award(typed.lower() if small else typed).code == SHORT[form]


def test_a_learned_spelling_wins_over_what_the_words_say() -> None:
    learned = {"b/k ct tinh": "pm_certificate_of_merit", "giai a": "state_prize"}
    assert read_award("B/K  CT tỉnh;", spellings=learned).code == "pm_certificate_of_merit"
    both = read_awards("Giải A; LĐTT", spellings=learned)
    assert [award.code for award in both] == ["state_prize", "advanced_worker"]


@pytest.mark.parametrize("cell", ["", " ", "-", "nt", "như trên", '"', "//", "không", "#N/A"])
def test_an_empty_cell_and_a_ditto_name_no_award(cell: str) -> None:
    assert read_awards(cell) == ()


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        (
            "Điều 1. Tặng Bằng khen của Chủ tịch UBND tỉnh cho 05 tập thể đã có thành tích xuất sắc",
            "provincial_certificate_of_merit",
        ),
        ("III. Huân chương Lao động hạng Ba cho 02 cá nhân:", "labor_order_3"),
        ("1. Danh hiệu CSTĐTQ: 01 cá nhân", "national_emulation_fighter"),
        ("Về việc tặng danh hiệu Tập thể lao động xuất sắc năm 2018", "excellent_labor_collective"),
        ("II. Lao động tiên tiến", "advanced_worker"),
        (
            "Quyết định số 736/QĐ-TTg của Thủ tướng Chính phủ tặng Bằng khen cho 3 tập thể",
            "pm_certificate_of_merit",
        ),
        ("DANH SÁCH TẶNG GIẤY KHEN", "commendation_letter"),
        ("Căn cứ Luật Thi đua, khen thưởng; xét đề nghị của Trưởng Ban Thi đua - Khen thưởng tỉnh", ""),
        ("I. Khối các sở, ban, ngành có đơn vị dẫn đầu", ""),
    ],
)
def test_a_title_says_its_award(sentence: str, code: str) -> None:
    assert award_in(sentence).code == code


def test_a_title_for_collectives_means_the_award_of_collectives() -> None:
    assert award_in("Tặng danh hiệu LĐTT cho 05 tập thể").code == "advanced_labor_collective"


@pytest.mark.parametrize(
    ("authority", "level"),
    [
        ("Thủ tướng Chính phủ", "state"),
        ("QĐ-TTg", "state"),
        ("UBND tỉnh Lạng Sơn", "province"),
        ("UBND huyện Lộc Bình", "district"),
        ("Giám đốc Sở Y tế", "office"),
        ("", ""),
    ],
)
def test_the_level_of_who_decides_is_known(authority: str, level: str) -> None:
    assert level_of(authority) == level


@given(some.text(max_size=80))
@settings(max_examples=200, deadline=None)
def test_no_text_is_too_strange_for_awards(text: str) -> None:
    for award in (*read_awards(text), award_in(text)):
        assert 0 <= award.certainty <= 1
