"""A province's own regulation comes in as data, is read before it is kept, and can be taken out again."""

from __future__ import annotations

import pytest

from tests.factories.lawbook import regulation, regulation_text
from tests.factories.movements import SmallProvince
from thidua.accounts.models import User
from thidua.lawbook.actions import load_local_regulation, withdraw_local_regulation
from thidua.lawbook.models import LocalRegulation
from thidua.lawbook.queries import current, current_book, regulations
from thidua.lawbook.queries.rehearsal import rehearse
from thidua.support.audit.queries import history_of
from thidua.support.refusals import NotAllowed, Refused

READING, WAY = "mixed_initiative_topic", "pc-2022-1d2"


def test_a_regulation_holds_over_the_national_law_until_it_is_taken_out(
    place: SmallProvince, leader: User
) -> None:
    national = current_book().version
    row = regulation(leader)
    assert (row.number, row.approved_by, row.approved_on.isoformat()) == (
        "01/2024/QĐ-UBND",
        "Ủy ban nhân dân tỉnh",
        "2024-01-05",
    )
    assert current_book().values_of(READING, WAY) == (True,)
    assert current_book().texts["KT01"].number == "01/2024/QĐ-UBND"
    assert current_book().version != national
    withdraw_local_regulation(regulation=row, by=leader)
    assert current_book().values_of(READING, WAY) == (False,)
    assert "KT01" not in current_book().texts
    assert current_book().version == national
    assert [entry.action for entry in history_of(row)] == [
        "lawbook.regulation_withdrawn",
        "lawbook.regulation_loaded",
    ]


def test_the_rehearsal_tells_what_would_change_and_keeps_nothing(db: None) -> None:
    found = rehearse(regulation_text())
    assert [reading.code for reading in found.readings] == [READING]
    assert (found.values, found.added, found.switched_off, found.replaces) == ((), (), (), None)
    assert found.text.number == "01/2024/QĐ-UBND"
    assert not LocalRegulation.objects.exists()
    assert current_book().values_of(READING, WAY) == (False,)


def test_values_and_alternatives_that_change_are_told_apart(db: None) -> None:
    found = rehearse(
        regulation_text()
        + """\
parameters:
  - {code: base_salary, values: [{from: 2024-02-01, to: 2024-02-29, value: 2000000, cite: [KT01 Đ8]}]}
alternatives:
  - {disable: pc-2022-5, reason: {vi: tỉnh tự quy định, en: laid down by the province}, cite: [KT01 Đ4]}
"""
    )
    assert [one.id for one in found.switched_off] == ["pc-2022-5@2024-01-15"]
    assert [(one.parameter.code, one.value.value, one.before.value) for one in found.values] == [
        ("base_salary", 2_000_000, 1_800_000)
    ]


def test_a_regulation_of_the_same_code_takes_the_place_of_the_former(
    place: SmallProvince, leader: User
) -> None:
    former = regulation(leader)
    again = regulation(place.officer, value="true", number="02/2024/QĐ-UBND")
    former.refresh_from_db()
    assert former.withdrawn_by == place.officer
    assert [row.pk for row in regulations()] == [again.pk, former.pk]
    assert current_book().texts["KT01"].number == "02/2024/QĐ-UBND"


@pytest.mark.parametrize(
    ("document", "sentences"),
    [
        ("  ", ["Paste the regulation as YAML, or choose its file."]),
        (
            regulation_text().replace("mixed_initiative_topic", "mixed_initiatives"),
            ["Line 9: "],
        ),
        (
            regulation_text(value="false"),
            ["This regulation changes nothing in the law book. Check what it should say."],
        ),
        (
            regulation_text().replace("approved_on: 2024-01-05", "approved_on: 2199-01-05"),
            ["The day of approval has not come yet. Check “approved_on”."],
        ),
        ("x" * 500_001, ["This is longer than any regulation: at most 500,000 characters fit."]),
    ],
)
def test_what_is_wrong_is_said_with_its_line(
    place: SmallProvince, leader: User, document: str, sentences: list[str]
) -> None:
    with pytest.raises(Refused) as caught:
        load_local_regulation(document=document, by=leader)
    said = [str(one) for one in caught.value.faults["document"]]
    assert [one[: len(wanted)] for one, wanted in zip(said, sentences, strict=True)] == sentences
    assert not LocalRegulation.objects.exists()


def test_a_regulation_that_no_longer_fits_is_left_out_and_told(place: SmallProvince, leader: User) -> None:
    broken = regulation(leader, code="KT02", number="02/2024/QĐ-UBND")
    LocalRegulation.objects.filter(pk=broken.pk).update(document=regulation_text("KT02").replace("Đ6", "D6"))
    regulation(leader, code="KT03", number="03/2024/QĐ-UBND")
    assert [(one.pk, one.number) for one in current().faulty] == [(broken.pk, "02/2024/QĐ-UBND")]
    assert {fault.line for fault in current().faulty[0].faults} == {9}
    assert "KT03" in current_book().texts


def test_only_the_board_loads_regulations(place: SmallProvince, leader: User) -> None:
    row = regulation(leader)
    with pytest.raises(NotAllowed):
        regulation(place.clerk, code="KT02")
    with pytest.raises(NotAllowed):
        withdraw_local_regulation(regulation=row, by=place.clerk)
    assert [one.code for one in regulations()] == ["KT01"]
