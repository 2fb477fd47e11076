"""Numbers and dates follow the language of the page; no figure is not zero."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.test import RequestFactory
from django.utils.translation import override

from tests.web.shell.conftest import rendered

CASES = [
    ("{{ 12537|number }}", "12.537", "12,537"),
    ("{{ rate|number:1 }}", "92,2", "92.2"),
    ("{{ rate|percent:1 }}", "92,2%", "92.2%"),
    ("{{ 5027|quantity:'tỷ đồng' }}", "5.027\u00a0tỷ đồng", "5,027\u00a0tỷ đồng"),
    ("{{ 20400000000|money }}", "20,4\u00a0tỷ đồng", "VND\u00a020.4\u00a0billion"),
    ("{{ 2|document_count }}", "02", "2"),
    ("{{ day|date }}", "31/10/2019", "31/10/2019"),
    ("{{ late|datetime }}", "03:00 31/10/2019", "03:00 31/10/2019"),
    ("{{ late|when }} {{ day|when }}", "03:00 31/10/2019 31/10/2019", "03:00 31/10/2019 31/10/2019"),
    ("{{ nothing|number }}", "chưa có số", "no figure yet"),
    ("{{ nothing|percent }}", "chưa có số", "no figure yet"),
    ("{{ nothing|quantity:'hồ sơ' }}", "chưa có số", "no figure yet"),
    ("{{ 0|number }}", "0", "0"),
    ("{{ nothing|date }}", "", ""),
    ("{{ day|iso }}", "2019-10-31", "2019-10-31"),
]
VALUES = {
    "rate": Decimal("92.204695"),
    "day": date(2019, 10, 31),
    "late": datetime(2019, 10, 30, 20, 0, tzinfo=UTC),  # already the 31st in Vietnam
    "nothing": None,
}


@pytest.mark.parametrize(("source", "vietnamese", "english"), CASES)
def test_a_value_is_written_in_the_language_of_the_page(source: str, vietnamese: str, english: str) -> None:
    with override("vi"):
        in_vietnamese = rendered(source, **VALUES)
    with override("en"):
        in_english = rendered(source, **VALUES)
    assert (in_vietnamese, in_english) == (vietnamese, english)


def test_a_float_is_read_as_it_is_written_and_not_as_the_machine_keeps_it() -> None:
    with override("vi"):
        assert rendered("{{ value|number }}", value=0.1 + 0.0) == "0,1"


def test_what_is_not_a_number_is_refused() -> None:
    with pytest.raises(TypeError):
        rendered("{{ value|number }}", value=object())


def test_one_value_of_the_address_is_changed_and_the_rest_kept(rf: RequestFactory) -> None:
    request = rf.get("/x?q=lạng sơn&trang=3&q=b")
    source = "{% query trang=None xep='-day' %}"
    assert rendered(source, request=request) == "?q=l%E1%BA%A1ng+s%C6%A1n&amp;q=b&amp;xep=-day"


def test_tags_and_marks_are_words_and_not_only_colours() -> None:
    with override("vi"):
        assert (
            rendered("{{ 'Đã nhận'|as_tag:'success' }}")
            == '<strong class="tag tag--success">Đã nhận</strong>'
        )
        assert rendered("{{ 'illustrative'|as_mark }}") == '<span class="mark">dữ liệu minh họa</span>'
        assert rendered("{{ 'test'|as_mark }}") == '<span class="mark">dữ liệu kiểm thử</span>'
        assert rendered("{{ 'recorded'|as_mark }}{{ 'reported'|as_mark }}") == ""
