"""`thidua law` as it is typed: what it prints, and what it leaves behind on bad input."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from thidua.config.cli import main
from thidua.core.law.reading import load_law

Printed = pytest.CaptureFixture[str]


def test_show_prints_the_award_of_a_day(capsys: Printed) -> None:
    main(["law", "show", "provincial_emulation_fighter", "--on", "2025-08-01"])

    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "CHIẾN SĨ THI ĐUA BỘ, BAN, NGÀNH, TỈNH"
    assert [line for line in lines if line.startswith("---")] == [
        "-" * len(heading)
        for heading in lines
        if heading in {
            "Tên gọi", "Văn bản đang áp dụng", "Ai quyết định", "Tiêu chuẩn", "Tiền thưởng", "Thủ tục",
            "Quy định chung", "Ghi chú", "Cách đọc",
        }
    ]  # fmt: skip
    assert max(map(len, lines)) <= 100


def test_show_today_warns_of_the_text_that_is_not_loaded(capsys: Printed) -> None:
    main(["law", "show", "labor_order_3", "--on", "01/10/2026", "--lang", "en"])

    warning = "! Law 06/2022/QH15: amended by Law 06/2026/QH16, text to be loaded; verdict needs a person."
    assert warning in capsys.readouterr().out.splitlines()


def test_diff_prints_numbered_sections(capsys: Printed) -> None:
    main(["law", "diff", "provincial_certificate_of_merit", "--from", "2023-12-31", "--to", "2024-01-01"])

    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "BẰNG KHEN CỦA BỘ, BAN, NGÀNH, TỈNH"
    assert [line for line in lines if line[:2] in {f"{number}." for number in range(1, 8)} and line[2] == " "] == [
        "1. Văn bản", "2. Tên gọi", "3. Thẩm quyền quyết định", "4. Tiêu chuẩn", "5. Tiền thưởng",
        "6. Thủ tục", "7. Quy định chung",
    ]  # fmt: skip


def test_json_holds_both_languages(capsys: Printed) -> None:
    main(["law", "diff", "labor_order_3", "--from", "2023-12-31", "--to", "2024-01-01", "--json"])

    data = json.loads(capsys.readouterr().out)
    assert (data["award"], data["before"]["on"], data["after"]["on"]) == (
        "labor_order_3",
        "2023-12-31",
        "2024-01-01",
    )
    assert data["sections"][0]["heading"] == {"vi": "Văn bản", "en": "Legal texts"}


def test_list_names_every_award_as_on_the_day(capsys: Printed) -> None:
    main(["law", "list", "--on", "2023-12-31"])

    lines = dict(line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines())
    assert lines == {code: award.name_on(date(2023, 12, 31)).vi for code, award in load_law().awards.items()}


def test_docs_writes_a_page_per_award_in_both_languages(capsys: Printed, tmp_path: Path) -> None:
    main(["law", "docs", str(tmp_path), "--on", "2024-01-01"])

    awards = {*load_law().awards, "index"}
    for language in ("vi", "en"):
        assert {path.stem for path in (tmp_path / language).iterdir()} == awards
    assert capsys.readouterr().out == f"Đã ghi {2 * len(awards)} trang vào {tmp_path}.\n"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (
            ["show", "labor_order_4"],
            "There is no award “labor_order_4”. Did you mean: labor_order_3, labor_order_2, labor_order_1?",
        ),
        (["show", "giấy khen"], "There is no award “giấy khen”. Did you mean: commendation_letter?"),
        (["show", "xyz"], "There is no award “xyz”. See `thidua law list`."),
        (
            ["show", "labor_order_3", "--on", "2023-02-30"],
            "“2023-02-30” is not a date: write it as 2024-01-31 or 31/01/2024.",
        ),
        (
            ["list", "--on", "2004-06-30"],
            "30/06/2004 lies before the first text of the data: choose 01/07/2004 or later.",
        ),
        (
            ["diff", "labor_order_3", "--from", "2024-01-02", "--to", "2024-01-01"],
            "The later day comes before the earlier one (--from 02/01/2024, --to 01/01/2024): swap them.",
        ),
    ],
)
def test_bad_input_is_one_sentence_and_leaves_2(typed: list[str], told: str, capsys: Printed) -> None:
    with pytest.raises(SystemExit) as exit_:
        main(["law", *typed, "--lang", "en"])

    assert exit_.value.code == 2
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", f"{told}\n")


def test_a_folder_that_cannot_be_written_is_told(capsys: Printed, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()

    with pytest.raises(SystemExit) as exit_:
        main(["law", "docs", str(file), "--lang", "en"])

    assert exit_.value.code == 2
    assert capsys.readouterr().err.startswith(f"{file}/vi/index.md cannot be written:")
