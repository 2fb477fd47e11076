"""Labelled records and the untidy workbook: the same for the same seed, and noisy as promised."""

from pathlib import Path

import numpy as np
from python_calamine import CalamineWorkbook

from thidua.config.synth.labelled import SHARE_DUPLICATES, labelled_books, one_edit, without_marks
from thidua.config.synth.messy import messy_workbook


def test_the_same_seed_gives_the_same_records() -> None:
    first, again, other = labelled_books(500, 1), labelled_books(500, 1), labelled_books(500, 2)
    assert first.records() == again.records()
    assert first.records() != other.records()


def test_three_of_ten_records_are_second_writings() -> None:
    books = labelled_books(10_000, 1)
    assert len(books) == 10_000
    assert len(np.unique(books.person)) == round(10_000 * (1 - SHARE_DUPLICATES))


def test_the_noise_is_as_strong_as_promised() -> None:
    books = labelled_books(100_000, 1)
    doubles = 100_000 * SHARE_DUPLICATES
    assert abs(np.mean(books.birth_year == 0) * 100_000 / doubles - 0.15) < 0.01
    year_only = (books.birth_date == "") & (books.birth_year > 0)
    assert abs(np.sum(year_only) / doubles - 0.30 * 0.85) < 0.01
    bare = sum(name == without_marks(name) for name in books.name.tolist())
    assert 0.45 < bare / doubles < 0.60  # some names have no marks to lose


def test_a_letter_is_left_out_put_in_replaced_or_swapped() -> None:
    assert [one_edit("Hoang", 2, kind, "x") for kind in range(4)] == ["Hong", "Hoxang", "Hoxng", "Honag"]


def test_the_workbook_tells_what_each_of_its_rows_means(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    meant = list(messy_workbook(path, 90, 1))
    assert len(meant) == 90
    sheet = CalamineWorkbook.from_path(path).get_sheet_by_name(meant[0].sheet)
    cells = sheet.to_python()
    assert [cells[row.row - 1][1].rpartition(", ")[2] for row in meant] == [row.post for row in meant]
    assert [line[1] for line in cells].count("Cộng") == 3
    assert cells[3][5] == "Quyết định"
    assert cells[4][5:7] == ["Số QĐ", "Ngày"]


def test_the_same_seed_writes_the_same_workbook(tmp_path: Path) -> None:
    for name in ("one.xlsx", "two.xlsx"):
        assert len(list(messy_workbook(tmp_path / name, 60, 3))) == 60
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()
