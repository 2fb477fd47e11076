"""The register as a CSV holds no formula for the office program that opens it."""

from __future__ import annotations

import csv
import io

from tests.factories.movements import SmallProvince
from tests.factories.register import awarded
from thidua.registry.export.writing import write_csv
from thidua.support.spreadsheets.values import unguarded

FORMULA = '=HYPERLINK("http://x","Nông")'


def test_a_name_like_a_formula_is_guarded_and_read_back_as_it_was(place: SmallProvince) -> None:
    awarded(place.province, FORMULA, "Nông Văn An")
    out = io.StringIO()
    write_csv(out)
    names = [row["name"] for row in csv.DictReader(io.StringIO(out.getvalue()))]
    assert names == [f"'{FORMULA}", "Nông Văn An"]
    assert [unguarded(name) for name in names] == [FORMULA, "Nông Văn An"]
