"""Every layout that is really met comes through as sheets that still hold each name."""

import pytest

from tests.factories.messy_books import MESSY_BOOKS
from thidua.core.vietnamese.hygiene import clean_line
from thidua.support.spreadsheets.whole import read_sheets


@pytest.mark.parametrize("made", MESSY_BOOKS)
def test_every_name_of_a_messy_book_is_in_its_sheets(made):
    messy = made()
    book = read_sheets(messy.data, messy.filename)
    told = clean_line(
        " ".join(str(value) for sheet in book.sheets for row in sheet.rows for value in row.values)
    )
    names = [part for award in messy.awards for part in award["name"].split(" và ")]
    assert [name for name in names if name not in told] == []
