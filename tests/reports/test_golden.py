"""The closing report of 2019, figure by figure."""

from __future__ import annotations

import pytest

from tests.reports import golden
from thidua.reports.export.text import write_text
from thidua.reports.queries.draft import assemble


@pytest.mark.parametrize("name", golden.SENTENCES)
def test_the_draft_says_what_the_report_of_2019_says(place, name):
    assert golden.differences(place.report, assemble(place.report), name) == []


def test_test_data_are_named_in_a_note_under_the_text(place):
    assert golden.missing_notes(assemble(place.report)) == []


def test_every_figure_of_the_report_can_be_searched_in_the_plain_text(place):
    text = write_text(assemble(place.report)).decode()
    wanted = (
        *("6,86%", "5.027 tỷ đồng", "92,2%", "136,3%", "12.537 hồ sơ", "99,08%", "trên 20 tỷ đồng"),
        *("27 tập thể, 24 cá nhân và 02 gia đình", "lần thứ V cho 36 tác giả", "09 tập thể, 35 cá nhân"),
        *("50 năm", "110 năm", "188 năm", "6 nhóm"),
        "5.027 tỷ đồng, đạt 92,2% so với dự toán, bằng 136,3% so với cùng kỳ năm 2018",
    )
    assert [said for said in wanted if said not in text] == []
