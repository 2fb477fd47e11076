"""`thidua registry import`, `undo`, `books` and `export`."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from tests.factories.books import MERIT, pasted, row
from tests.factories.movements import SmallProvince, small_province
from thidua.registry.models import Award, BookImport

LIST = pasted(
    [
        row(1, "Hoàng Văn Thụ"),
        row(2, "Lương Thị Bình", unit="Xã Đề Thám"),
        row(2, "Lương Thị Bình", unit="Xã Đề Thám"),
        ("", "Tổng cộng: 3", "", "", "", "", ""),
    ]
)
ROW_KEYS = [
    *("source", "verdict", "recipient_kind", "name", "post", "unit", "award", "award_text"),
    *("decision_number", "decision_date", "authority", "year", "amount", "faults", "fault_cells"),
    *("remarks", "ignored"),
]


def run(*arguments: str) -> tuple[int, str, str]:
    """Return the exit code and what was printed to both outputs."""
    out, error = StringIO(), StringIO()
    code = 0
    try:
        call_command("registry", *arguments, stdout=out, stderr=error, no_color=True)
    except SystemExit as end:
        code = int(end.code or 0)
    return code, out.getvalue(), error.getvalue()


@pytest.fixture
def book(tmp_path: Path) -> Path:
    file = tmp_path / "so-khen-thuong-2019.tsv"
    file.write_text(LIST, encoding="utf-8")
    return file


@pytest.fixture
def place(db: None) -> SmallProvince:
    return small_province()


def told(*arguments: str) -> Any:
    return json.loads(run(*arguments)[1])


def test_a_dry_run_tells_of_every_row_in_an_empty_database_and_saves_nothing(db: None, book: Path) -> None:
    code, out, _error = run("import", str(book), "--dry-run", "--json")

    answer = json.loads(out)
    assert code == 0
    assert list(answer) == ["file", "sha256", "rows", "counts", "sheets", "batch", "remarks"]
    assert all(list(one) == ROW_KEYS for one in answer["rows"])
    assert [(one["source"]["cell"], one["verdict"], one["name"]) for one in answer["rows"]] == [
        ("A1", "ignored", None),
        ("B2", "new", "Hoàng Văn Thụ"),
        ("B3", "new", "Lương Thị Bình"),
        ("B4", "same", "Lương Thị Bình"),
        ("A5", "ignored", None),
    ]
    assert answer["rows"][1] | {"source": None} == {
        "source": None,
        "verdict": "new",
        "recipient_kind": "individual",
        "name": "Hoàng Văn Thụ",
        "post": "Chuyên viên",
        "unit": "Sở Nội vụ",
        "award": MERIT,
        "award_text": "Bằng khen của Chủ tịch UBND tỉnh",
        "decision_number": "163/QĐ-UBND",
        "decision_date": "2019-05-12",
        "authority": None,
        "year": 2019,
        "amount": None,
        "faults": [],
        "fault_cells": [],
        "remarks": [],
        "ignored": None,
    }
    assert answer["counts"] == {
        "new": 2,
        "same": 1,
        "conflict": 0,
        "unreadable": 0,
        "ignored": 2,
        "rows": 5,
    }
    assert (answer["batch"], BookImport.objects.count()) == (None, 0)


def test_the_command_without_dry_run_saves_and_undo_takes_it_back_byte_for_byte(
    place: SmallProvince, book: Path, tmp_path: Path
) -> None:
    before, between, after = (tmp_path / name for name in ("before.csv", "between.csv", "after.csv"))
    run("export", str(before))

    answer = told("import", str(book), "--json", "--unit", place.province.key)
    run("export", str(between))
    undone = run("undo", str(answer["batch"]), "--lang", "en")
    run("export", str(after))

    assert between.read_text(encoding="utf-8").count("\n") == 3
    assert undone == (0, f"Import no. {answer['batch']} is undone.\n", "")
    assert after.read_bytes() == before.read_bytes() != between.read_bytes()


def test_the_same_file_again_doubles_nothing(place: SmallProvince, book: Path) -> None:
    first = told("import", str(book), "--json")

    again = told("import", str(book), "--json", "--lang", "en")

    assert (again["batch"], again["counts"]["new"], again["counts"]["same"]) == (None, 0, 3)
    assert again["remarks"] == [
        f"This very file was saved before, as import no. {first['batch']} (“so-khen-thuong-2019.tsv”)."
    ]
    assert Award.objects.count() == 2


def test_rows_that_need_somebody_leave_one(place: SmallProvince, tmp_path: Path) -> None:
    file = tmp_path / "loi.tsv"
    file.write_text(pasted([row(1, "Hoàng Văn Thụ"), row(2, "", day="31/02/2019")]), encoding="utf-8")

    code, out, _error = run("import", str(file), "--json", "--lang", "en")

    assert (code, Award.objects.count()) == (1, 1)
    bad = json.loads(out)["rows"][2]
    assert (bad["verdict"], sorted(bad["fault_cells"])) == ("unreadable", ["B3", "G3"])


@pytest.mark.parametrize(
    ("data", "sentence"),
    [(None, "Không có tệp"), (b"", "rỗng"), (b"%PDF-1.7 something", "PDF")],
)
def test_a_file_that_cannot_be_read_leaves_two_with_its_sentences(
    db: None, tmp_path: Path, data: bytes | None, sentence: str
) -> None:
    file = tmp_path / "so.xlsx"
    if data is not None:
        file.write_bytes(data)

    code, out, error = run("import", str(file), "--dry-run", "--json")

    assert code == 2
    assert json.loads(out)["faults"] == error.splitlines()
    assert sentence in error


def test_without_any_unit_it_says_what_to_do(db: None, book: Path) -> None:
    code, _out, error = run("import", str(book), "--lang", "en")

    assert code == 2
    assert error == (
        "There is no unit yet that could keep the awards. Enter the province first (`thidua create-administrator`, "
        "or `thidua demo`), or look at the file with --dry-run.\n"
    )


def test_the_books_are_listed_with_their_numbers(place: SmallProvince, book: Path) -> None:
    answer = told("import", str(book), "--json", "--title", "Sổ của tỉnh")

    (one,) = told("books", "--json")

    assert (one["batch"], one["title"], one["state"], one["rows"], one["entered"]) == (
        answer["batch"],
        "Sổ của tỉnh",
        "stored",
        5,
        2,
    )


def test_an_account_may_do_what_its_roles_allow(place: SmallProvince, book: Path) -> None:
    refused = run("import", str(book), "--as", place.clerk.username, "--lang", "en")
    done = told("import", str(book), "--json", "--as", place.officer.username)

    assert refused[0] == 2
    assert BookImport.objects.get(pk=done["batch"]).imported_by == place.officer
    assert run("undo", "999", "--lang", "en") == (2, "", "There is no import no. 999.\n")


def test_the_export_as_json_gives_a_decision_a_line_with_the_sources_of_its_awards(
    place: SmallProvince, book: Path
) -> None:
    run("import", str(book))

    _code, out, _error = run("export", "--format", "json")

    (decision,) = [json.loads(one) for one in out.splitlines()]
    assert (decision["number"], decision["date"], decision["award"]) == ("163/QĐ-UBND", "2019-05-12", MERIT)
    assert [one["name"] for one in decision["awards"]] == ["Hoàng Văn Thụ", "Lương Thị Bình"]
    assert [(one["row"], one["own"]) for one in decision["awards"][1]["sources"]] == [(3, True), (4, True)]
