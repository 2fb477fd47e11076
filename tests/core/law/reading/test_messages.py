"""What is said of faults: in both languages, with the same details, and no sentence that nobody says."""

import re
import string
from pathlib import Path

import pytest

from thidua.core.language import Wording
from thidua.core.law import reading
from thidua.core.law.messages import read_messages
from thidua.core.law.reading import LocalLayer, check_law
from thidua.core.law.reading.sentences import FILE, sentence

MESSAGES = read_messages(FILE)
CODE = "".join(page.read_text(encoding="utf-8") for page in Path(reading.__file__).parent.glob("*.py"))


def _places(said: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(said) if name}


@pytest.mark.parametrize("code", MESSAGES)
def test_each_message_has_both_languages_with_the_same_places(code: str) -> None:
    said = MESSAGES[code]
    assert {language: bool(text.strip()) for language, text in said.items()} == {"vi": True, "en": True}
    assert _places(said["vi"]) == _places(said["en"])


def test_every_message_is_said_somewhere_and_every_one_said_is_there() -> None:
    made = {code for code in MESSAGES if code.startswith(("hint_", "cite_without_"))}
    named = {code for code in MESSAGES if f'"{code}"' in CODE}
    said = set(re.findall(r'(?:\.fault|sentence)\((?:[^"()]*, )?"([a-z0-9_]+)"', CODE))
    assert (set(MESSAGES) - named - made, said - set(MESSAGES)) == (set(), set())


def test_days_and_values_are_told_in_each_language() -> None:
    faults = check_law(None, [LocalLayer("p.yaml", REGULATION.encode())])
    assert [fault.message for fault in faults] == [
        Wording(
            "Áp dụng từ 01/01/2020 đến 31/12/2020, nhưng quy định này chỉ có hiệu lực từ 01/03/2025 trở đi.",
            "It holds on 2020-01-01 – 2020-12-31, but the regulation only on 2025-03-01 – no end.",
        ),
        Wording(
            "Ở đây không có mục «value_s»: có phải «values»?",
            "The key `value_s` is not known here: did you mean “values”?",
        ),
    ]


@pytest.mark.parametrize(
    ("content", "line", "code"),
    [("a: " + "[" * 100_000, 1, "too_deep"), ("code: X\nname: &a [*a]\n", 2, "no_anchors")],
)
def test_a_document_that_would_bring_the_reader_down_is_one_fault(content: str, line: int, code: str) -> None:
    faults = check_law(None, [LocalLayer("p.yaml", content.encode())])
    assert [(fault.line, fault.message) for fault in faults] == [(line, sentence(code, limit=40))]


REGULATION = """\
code: P1
number: 1/2025/QĐ-UBND
name: {vi: Quy định một, en: Regulation one}
approved_by: Ủy ban nhân dân tỉnh
approved_on: 2025-02-20
from: 2025-03-01
cite: [LAW2022]
parameters:
  - code: votes/grassroots_emulation_fighter
    values:
      - {from: 2020-01-01, to: 2020-12-31, value: 85, cite: [P1 Đ2]}
    value_s: []
"""
