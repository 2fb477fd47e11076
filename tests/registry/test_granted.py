"""Awards that a decision signed here has granted are not edited by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.utils import translation

from tests.factories.movements import SmallProvince
from tests.factories.records import person
from thidua.accounts.rights import Right
from thidua.registry.actions import (
    ConferralContent,
    RecipientLine,
    edit_conferral,
    grant_awards,
    link_recipients,
    match_award_codes,
    replace_recipients,
    withdraw_conferral,
)
from thidua.registry.actions.granted import refusal
from thidua.registry.models import Award
from thidua.support.refusals import NotAllowed, Refused

CONTENT = ConferralContent(
    award_form="Bằng khen của Chủ tịch UBND tỉnh",
    award_code="provincial_certificate_of_merit",
    decision_number="163/QĐ-UBND",
    decision_date=date(2026, 2, 3),
)


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def granted(place: SmallProvince) -> list[Award]:
    return grant_awards(
        deciding_unit=place.province,
        content=CONTENT,
        recipients=[RecipientLine(kind="individual", name=name) for name in ("Lương Thị Bình", "Vi Văn An")],
        ordinals=[7, 9],
        decision_file=None,
        right=Right.DECIDE,
        by=place.chairman,
    )


def test_their_list_keeps_its_names_and_its_golden_book_numbers(
    place: SmallProvince, granted: list[Award]
) -> None:
    row = granted[0].conferral
    lines = [RecipientLine(kind="individual", name="Người Khác")]
    with pytest.raises(Refused) as caught:
        replace_recipients(conferral=row, recipients=lines, version=1, by=place.officer)
    assert caught.value.faults == {"recipients": [refusal()]}
    with pytest.raises(Refused) as caught:
        withdraw_conferral(conferral=row, reason="Thử", by=place.officer)
    assert caught.value.faults == {"": [refusal()]}
    assert list(row.awards.order_by("ordinal").values_list("ordinal", "recipient_name")) == [
        (7, "Lương Thị Bình"),
        (9, "Vi Văn An"),
    ]


def test_what_the_paper_says_stays_and_the_ceremony_is_written_beside_it(
    place: SmallProvince, granted: list[Award]
) -> None:
    row = granted[0].conferral
    other = replace(CONTENT, decision_number="164/QĐ-UBND")
    with pytest.raises(Refused) as caught:
        edit_conferral(conferral=row, content=other, version=1, by=place.officer)
    assert caught.value.faults == {"decision_number": [refusal()]}
    shown = replace(CONTENT, presented_on=date(2026, 3, 1))
    assert edit_conferral(conferral=row, content=shown, version=1, by=place.officer).presented_on == date(
        2026, 3, 1
    )


def test_a_name_is_linked_and_the_words_of_the_paper_stay(place: SmallProvince, granted: list[Award]) -> None:
    known = person(place, "Lương Thị Bình")
    first = granted[0]
    with pytest.raises(NotAllowed):
        link_recipients(conferral=first.conferral, links={first.pk: known}, by=place.clerk)
    with pytest.raises(Refused):
        link_recipients(conferral=first.conferral, links={first.pk: place.de_tham}, by=place.officer)
    assert link_recipients(conferral=first.conferral, links={first.pk: known}, by=place.officer) == [first]
    assert link_recipients(conferral=first.conferral, links={first.pk: known}, by=place.officer) == []
    first.refresh_from_db()
    assert (first.person, first.recipient_name, first.ordinal) == (known, "Lương Thị Bình", 7)


def test_an_unknown_code_is_matched_to_nothing(place: SmallProvince) -> None:
    with pytest.raises(Refused) as caught:
        match_award_codes(forms={"Bằng khen": "sao_hoa"}, by=place.officer)
    assert caught.value.faults == {"": ["The law book has no such award. Choose one from the list."]}
