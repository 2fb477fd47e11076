"""Reading numbers of citizens, and what does not fit them."""

from __future__ import annotations

import pytest

from thidua.core.vietnamese.citizen_ids import (
    PROVINCES,
    CitizenIdDoubt,
    CitizenIdKind,
    NotACitizenId,
    read_citizen_id,
)


def test_the_new_number_tells_year_and_sex() -> None:
    number = read_citizen_id("020 168.000-012")
    assert (number.digits, number.kind) == ("020168000012", CitizenIdKind.NEW)
    assert (number.birth_year, number.woman, number.masked) == (1968, True, "0201••••••12")
    assert read_citizen_id("020203000012").birth_year == 2003
    assert read_citizen_id("020203000012").woman is False


def test_the_old_number_tells_nothing() -> None:
    number = read_citizen_id("081234567")
    assert (number.kind, number.birth_year, number.woman) == (CitizenIdKind.OLD, None, None)
    assert number.doubts(birth_year=1968, woman=True) == []


@pytest.mark.parametrize(
    "typed", ["", "12345678", "0201680000123", "02016800001a", "０２０１６８００００１２"]
)
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(NotACitizenId):
        read_citizen_id(typed)


def test_what_does_not_fit_is_told_as_a_doubt() -> None:
    assert len(PROVINCES) == 63
    number = read_citizen_id("003168000012")
    assert number.doubts(birth_year=1969, woman=False) == [
        CitizenIdDoubt.UNKNOWN_PROVINCE,
        CitizenIdDoubt.OTHER_BIRTH_YEAR,
        CitizenIdDoubt.OTHER_SEX,
    ]
    assert read_citizen_id("020168000012").doubts(birth_year=1968, woman=True) == []
