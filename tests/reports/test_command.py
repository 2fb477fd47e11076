"""`thidua closing-report`."""

from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command

from tests.reports.test_figures import correct
from tests.reports.test_sign_off_and_freezing import freeze
from thidua.reports.models import FrozenVersion


def printed(capsys, *arguments: str) -> str:
    call_command("closing_report", *arguments)
    return capsys.readouterr().out


def test_the_report_is_printed_as_text(place, capsys):
    text = printed(capsys, "lang-son-2019")
    assert "5.027 tỷ đồng, đạt 92,2% so với dự toán, bằng 136,3% so với cùng kỳ năm 2018" in text
    assert "Kế hoạch 5.452 tỷ đồng và số cùng kỳ 3.688 tỷ đồng là dữ liệu kiểm thử" in text


def test_one_changed_observation_changes_what_is_printed(place, capsys):
    correct(place, "5100")
    assert "5.100 tỷ đồng, đạt 93,5% so với dự toán, bằng 138,3%" in printed(capsys, "lang-son-2019")


@pytest.mark.parametrize(
    ("form", "start"),
    [
        ("txt", b"S\xe1\xbb\x9e"),
        ("html", b"<!doctype"),
        ("docx", b"PK"),
        ("pdf", b"%PDF"),
        ("csv", b"\xef\xbb\xbf"),
    ],
)
def test_every_format_is_written_to_a_file(place, tmp_path, capsys, form, start):
    path = tmp_path / f"report.{form}"
    call_command("closing_report", "lang-son-2019", "--format", form, "--out", str(path))
    assert path.read_bytes().startswith(start)
    assert capsys.readouterr().err.strip() == f"Đã ghi: {path}"


def test_a_frozen_version_is_printed_as_it_was(place, capsys):
    frozen = freeze(place)
    correct(place, "5100")
    text = printed(capsys, "lang-son-2019", "--version", "1")
    assert "5.027 tỷ đồng" in text
    assert "5.100" not in text
    assert f"SHA-256: {frozen.sha256}" in text


def test_a_version_changed_in_the_database_is_not_printed(place, capsys):
    frozen = freeze(place)
    FrozenVersion.objects.filter(pk=frozen.pk).update(content=frozen.content.replace("5.027", "5.127"))
    with pytest.raises(CommandError, match="Bản chốt số 1 đã bị sửa"):
        printed(capsys, "lang-son-2019", "--version", "1")


def test_the_english_text_has_the_same_figures(place, capsys):
    assert "5,027 billion đồng" in printed(capsys, "lang-son-2019", "--language", "en").replace("\u00a0", " ")


def test_reports_are_listed(place, capsys):
    [line] = printed(capsys, "--list").splitlines()
    assert line.split("\t") == [
        "lang-son-2019",
        "2019",
        "bản nháp, số bản chốt: 0",
        "Tổng kết các phong trào thi đua năm 2019 của tỉnh Lạng Sơn",
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("cao-bang-2019",), "Không có báo cáo «cao-bang-2019». Các báo cáo hiện có: lang-son-2019."),
        ((), "Không có báo cáo «». Các báo cáo hiện có: lang-son-2019."),
        (("lang-son-2019", "--version", "3"), "Không có bản chốt số 3. Các bản đã chốt: chưa có."),
    ],
)
def test_what_is_not_there_is_told_with_what_is(place, arguments, said):
    with pytest.raises(CommandError) as refused:
        call_command("closing_report", *arguments)
    assert str(refused.value) == said
