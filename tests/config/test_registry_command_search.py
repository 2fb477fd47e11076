"""`thidua registry search`."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from django.core.management import call_command

from tests.factories.movements import small_province
from tests.factories.register import awarded


def searched(*arguments: str) -> str:
    out = StringIO()
    call_command("registry", "search", *arguments, stdout=out, stderr=StringIO())
    return out.getvalue()


@pytest.mark.django_db
def test_a_line_finds_awards_and_decisions_as_a_person_reads_them() -> None:
    place = small_province()
    awarded(place.province, "Hoàng Văn Thụ", year=2019)
    assert searched("hoang van thu", "khen:2019", "--lang", "en") == (
        "1 awards\n  2019  Hoàng Văn Thụ  Bằng khen của Chủ tịch UBND tỉnh  1/QĐ-UBND\n"
    )
    assert searched("hoang van thuu", "--lang", "en").splitlines()[:2] == [
        "0 awards",
        "Nearly the same names",
    ]


@pytest.mark.django_db
def test_json_tells_the_hits_and_how_the_line_was_read() -> None:
    place = small_province()
    awarded(place.province, "Hoàng Văn Thụ", year=2019)
    told = json.loads(searched("Hoàng Văn Thụ", "năm:2019", "--json"))
    assert (told["query"], told["parameters"], told["count"]) == (
        "Hoàng Văn Thụ khen:2019",
        {"q": "Hoàng Văn Thụ", "nam": "2019"},
        {"number": 1, "exact": True},
    )
    assert [(hit["name"], hit["year"], hit["rank"]) for hit in told["hits"]] == [
        ("Hoàng Văn Thụ", 2019, "very")
    ]
