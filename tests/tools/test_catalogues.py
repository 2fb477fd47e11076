"""Reading and writing catalogues loses nothing and adds no noise."""

from __future__ import annotations

from pathlib import Path

from tools.messages import catalogues
from tools.messages.extraction import Message

TRANSLATIONS = {
    Message("Save"): "Lưu",
    Message("%(n)s row", "%(n)s rows"): "%(n)s dòng",
    Message("May", context="month"): "tháng Năm",
    Message('One "quoted"\nand a second line\n'): 'Một dòng "trích"\nvà dòng nữa\n',
    Message("Back\\slash\tand tab"): "Gạch\\chéo\tvà thẻ",
    Message("Not yet"): "",
}


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "vi" / "django.po"
    assert catalogues.save(path, TRANSLATIONS) is True
    assert catalogues.read(path) == (TRANSLATIONS, set())


def test_an_unchanged_catalogue_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "django.po"
    catalogues.save(path, TRANSLATIONS)
    assert catalogues.save(path, dict(reversed(TRANSLATIONS.items()))) is False


def test_a_fuzzy_entry_is_known_as_such(tmp_path: Path) -> None:
    path = tmp_path / "django.po"
    text = catalogues.written({Message("Save"): "Lưu"})
    path.write_text(text.replace('msgid "Save"', '#, fuzzy\nmsgid "Save"'), encoding="utf-8")
    assert catalogues.read(path) == ({Message("Save"): "Lưu"}, {Message("Save")})


def test_merging_keeps_own_words_then_borrows_then_asks() -> None:
    save, close, print_ = Message("Save"), Message("Close"), Message("Print")
    result = catalogues.merged(
        [save, close, print_], {save: "Lưu", Message("Gone"): "Cũ"}, {save: "Ghi", close: "Đóng"}
    )
    assert result == {save: "Lưu", close: "Đóng", print_: ""}
