"""The dictionary of names counts what is there, whoever writes or removes awards."""

from __future__ import annotations

from collections import Counter

from tests.factories.books import pasted, row, stored
from tests.factories.movements import SmallProvince
from tests.factories.register import awarded, decision
from thidua.registry.actions import RecipientLine, replace_recipients, undo_book
from thidua.registry.content.spelling import name_codes, spelled, words_of
from thidua.registry.models import Award, RecipientName, RecipientWord
from thidua.registry.models.recipient_name import YEAR_STEP


def in_dictionary() -> dict[str, tuple[int, int]]:
    return {row.spelling: (row.award_count, row.latest) for row in RecipientName.objects.all()}


def in_register() -> dict[str, tuple[int, int]]:
    counts: Counter[str] = Counter()
    latest: dict[str, int] = {}
    for award in Award.objects.select_related("name"):
        name = spelled(award.recipient_name)
        assert (award.name.spelling, award.name_code) == (name, name_codes(award.name.folded)[0])
        counts[name] += 1
        latest[name] = max(latest.get(name, 0), award.year * YEAR_STEP + award.pk)
    return {name: (counts[name], latest[name]) for name in counts}


def words_known() -> tuple[set[str], set[str]]:
    held = {word for name in RecipientName.objects.all() for word in words_of(name.folded)}
    return set(RecipientWord.objects.values_list("word", flat=True)), held


def test_a_list_written_anew_is_counted_anew(place: SmallProvince) -> None:
    paper = decision(place.province, 2019, "163/QĐ-UBND")
    awarded(place.province, "Lương Thị Bình", "Vi Thanh Liêm", paper=paper)
    awarded(place.province, "Lương Thị Bình", year=2020)
    lines = [
        RecipientLine(kind="individual", name=name)
        for name in ("LƯƠNG THỊ BÌNH", "Nông Văn An", "Nông Văn An")
    ]
    replace_recipients(conferral=paper, recipients=lines, version=1, by=place.officer)
    assert {name: count for name, (count, _latest) in in_dictionary().items()} == {
        "lương thị bình": 2,
        "nông văn an": 2,
    }
    assert in_dictionary() == in_register()
    assert words_known() == ({"luong", "thi", "binh", "nong", "van", "an"},) * 2


def test_an_imported_book_is_counted_and_forgotten_with_its_undoing(place: SmallProvince) -> None:
    awarded(place.province, "Hoàng Văn Thụ", year=2021)
    before = in_dictionary(), words_known()
    text = pasted([row(1, "HOÀNG VĂN THỤ"), row(2, "Lương Thị Bình"), row(3, "Lương Thị Bình")])
    book = stored(text, place.province, place.officer)
    assert in_dictionary()["hoàng văn thụ"][0] == 2
    assert in_dictionary() == in_register()
    assert words_known()[0] == words_known()[1]
    undo_book(book=book, reason="Nhập nhầm sổ.", by=place.officer)
    assert (in_dictionary(), words_known()) == before
    assert in_dictionary() == in_register()
