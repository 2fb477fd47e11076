"""Awards given: the decision and the presentation are apart, and each recipient is a line."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import translation

from tests.factories.movements import SmallProvince, running_movement
from tests.factories.records import RECIPIENTS, conferral, conferral_content, person
from thidua.movements.actions.commend import commend, correct_commendation
from thidua.orgs.enums import PersonNameOrder
from thidua.registry.access import conferrals_seen_by
from thidua.registry.actions import RecipientLine, edit_conferral, record_conferral, replace_recipients
from thidua.registry.models import Award, Conferral
from thidua.registry.queries import with_counts
from thidua.support.audit.queries import history_of
from thidua.support.edits import EditedMeanwhile
from thidua.support.refusals import NotAllowed, Refused


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def refusal(place: SmallProvince, **changes: object) -> dict[str, list[str]]:
    with pytest.raises(Refused) as caught:
        conferral(place, **changes)
    assert not Conferral.objects.exists()
    return caught.value.faults


def test_a_conferral_may_be_known_by_its_presentation_alone(place: SmallProvince) -> None:
    row = conferral(place)
    assert (row.decision_number, row.decision_date, row.presented_on) == ("", None, date(2019, 10, 31))


@pytest.mark.parametrize(
    ("changes", "faults"),
    [
        (
            {"presented_on": None},
            {"presented_on": ["Give the date of the decision or the day of presentation."]},
        ),
        (
            {"decision_number": "2105/QĐ-UBND"},
            {"decision_date": ["A decision number needs its date: numbers start again each year."]},
        ),
        (
            {"decision_date": date(2019, 11, 1)},
            {"presented_on": ["The day of presentation lies before the decision. Check both dates."]},
        ),
        (
            {"award_form": " \u200b "},
            {"award_form": ["Write which award was given, for example “Bằng khen của Chủ tịch UBND tỉnh”."]},
        ),
        (
            {"decision_number": "x" * 51, "decision_date": date(2019, 10, 28)},
            {"decision_number": ["This has 51 characters; at most 50 fit. Make it shorter."]},
        ),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(
    place: SmallProvince, changes: dict[str, object], faults: dict[str, list[str]]
) -> None:
    assert refusal(place, **changes) == faults


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (RecipientLine(kind="individual", name=" "), "Line 5: Write the name."),
        (
            RecipientLine(kind="village", name="Bản Đoóc"),
            "Line 5: Say what this is: collective, individual, household or author.",
        ),
        (
            RecipientLine(kind="individual", name="x" * 301),
            "Line 5: Recipient: This has 301 characters; at most 300 fit. Make it shorter.",
        ),
    ],
)
def test_a_line_at_fault_names_its_number(place: SmallProvince, line: RecipientLine, sentence: str) -> None:
    assert refusal(place, recipients=[*RECIPIENTS, line]) == {"recipients": [sentence]}


def test_recipients_keep_their_numbers_and_sort_by_given_name(place: SmallProvince) -> None:
    row = conferral(place)
    numbered = row.awards.order_by("ordinal").values_list("ordinal", "recipient_name")
    assert [*numbered] == [(number, line.name) for number, line in enumerate(RECIPIENTS, start=1)]
    people = row.awards.filter(recipient_kind="individual").order_by("name__sort_key")
    assert [award.recipient_name for award in people] == ["Lương Thị Bình", "Nguyễn Văn Đức"]


def test_a_linked_person_sorts_in_the_order_of_their_own_name(place: SmallProvince) -> None:
    known = person(place, "H'Hen Niê", name_order=PersonNameOrder.WHOLE)
    row = conferral(
        place,
        recipients=[
            RecipientLine(kind="individual", name="Lý Văn Nam"),
            RecipientLine(kind="individual", name="H'Hen Niê", person=known),
        ],
    )
    names = [award.recipient_name for award in row.awards.order_by("name__sort_key")]
    assert names == ["H'Hen Niê", "Lý Văn Nam"]


def test_a_name_of_300_letters_is_kept_whole(place: SmallProvince) -> None:
    name = ("Trường Trung học phổ thông " * 12)[:300].strip()
    row = conferral(place, recipients=[RecipientLine(kind="collective", name=name)])
    assert row.awards.get().recipient_name == name


def test_counts_are_by_kind_of_recipient(place: SmallProvince) -> None:
    conferral(place)
    row = with_counts(Conferral.objects.all()).get()
    assert (row.recipients, row.collectives, row.individuals, row.households, row.authors) == (4, 1, 2, 1, 0)


def test_a_decision_is_recorded_once_for_each_form(place: SmallProvince) -> None:
    decided = {"decision_number": "2105/QĐ-UBND", "decision_date": date(2019, 10, 28)}
    conferral(place, **decided)
    with pytest.raises(Refused) as caught:
        conferral(place, **decided)
    assert caught.value.faults == {
        "decision_number": ["This decision is recorded already. Open it and add to it there."]
    }
    other_form = conferral(place, award_form="Cờ thi đua của Chủ tịch UBND tỉnh", **decided)
    assert Conferral.objects.count() == 2
    with pytest.raises(Refused):
        edit_conferral(
            conferral=other_form, content=conferral_content(**decided), version=1, by=place.officer
        )


def test_the_decision_can_be_added_when_it_is_found(place: SmallProvince) -> None:
    row = conferral(place)
    found = conferral_content(decision_number="2105/QĐ-UBND", decision_date=date(2019, 10, 28))
    edited = edit_conferral(conferral=row, content=found, version=1, by=place.officer)
    assert (str(edited), edited.version) == ("Bằng khen của Chủ tịch UBND tỉnh 2105/QĐ-UBND", 2)
    assert history_of(row)[0].details == (
        '{"decision_date":[null,"2019-10-28"],"decision_number":["","2105/QĐ-UBND"]}'
    )


def test_a_new_list_takes_the_place_of_the_old_one_and_the_log_keeps_both(place: SmallProvince) -> None:
    row = conferral(place)
    lines = [RecipientLine(kind="individual", name="Lương Thị Bình", post_then="Trưởng thôn")]
    edited = replace_recipients(conferral=row, recipients=lines, version=1, by=place.officer)
    assert [*edited.awards.values_list("ordinal", "recipient_name")] == [(1, "Lương Thị Bình")]
    assert (edited.version, history_of(row)[0].action) == (2, "registry.recipients_replaced")
    assert '["individual, Lương Thị Bình, Trưởng thôn"]' in history_of(row)[0].details
    assert "household, Hộ ông Vi Thanh Liêm" in history_of(row)[0].details


def test_the_same_list_again_changes_nothing(place: SmallProvince) -> None:
    row = conferral(place)
    kept = set(Award.objects.values_list("pk", flat=True))
    replace_recipients(conferral=row, recipients=RECIPIENTS, version=1, by=place.officer)
    row.refresh_from_db()
    assert (row.version, set(Award.objects.values_list("pk", flat=True))) == (1, kept)


def test_the_second_of_two_lists_is_not_written_unseen(place: SmallProvince) -> None:
    row = conferral(place)
    replace_recipients(conferral=row, recipients=RECIPIENTS[:2], version=1, by=place.officer)
    with pytest.raises(EditedMeanwhile) as caught:
        replace_recipients(conferral=row, recipients=RECIPIENTS[:3], version=1, by=place.officer)
    assert caught.value.faults == {
        "recipients": [
            "Somebody else has saved this meanwhile. Now stored: “(empty)”; you have: “individual, Lương Thị Bình, "
            "Trưởng thôn”. Save again to keep yours."
        ]
    }
    assert Award.objects.count() == 2


def test_awards_are_given_for_movements(place: SmallProvince) -> None:
    first, second = running_movement(place), running_movement(place, short_name="Đợt thi đua đặc biệt")
    row = conferral(place, movements=[first])
    edited = correct_commendation(
        conferral=row, content=conferral_content(), movements=[first, second], version=1, by=place.officer
    )
    assert ([*edited.movements.order_by("pk")], edited.version) == ([first, second], 2)
    with pytest.raises(EditedMeanwhile):
        correct_commendation(
            conferral=row, content=conferral_content(), movements=[], version=1, by=place.officer
        )
    assert edited.movements.count() == 2


def test_content_and_movements_changed_at_once_are_one_save(place: SmallProvince) -> None:
    movement = running_movement(place)
    row = conferral(place)
    edited = correct_commendation(
        conferral=row,
        content=conferral_content(occasion="Dịp khác"),
        movements=[movement],
        version=1,
        by=place.officer,
    )
    assert (edited.occasion, [*edited.movements.all()]) == ("Dịp khác", [movement])
    assert [entry.action for entry in history_of(row)][:2] == [
        "movements.conferral_linked",
        "registry.conferral_edited",
    ]


def test_only_officers_of_the_board_record_awards(place: SmallProvince) -> None:
    row = conferral(place)
    for attempt in (
        lambda by: record_conferral(deciding_unit=place.de_tham, content=conferral_content(), by=by),
        lambda by: commend(deciding_unit=place.de_tham, content=conferral_content(), by=by),
        lambda by: edit_conferral(
            conferral=row, content=conferral_content(occasion="Dịp khác"), version=1, by=by
        ),
        lambda by: replace_recipients(conferral=row, recipients=[], version=1, by=by),
    ):
        with pytest.raises(NotAllowed):
            attempt(place.clerk)
    assert (Conferral.objects.get().occasion, Award.objects.count()) == ("Tổng kết phong trào thi đua", 4)


def test_awards_are_seen_by_those_who_see_the_deciding_unit(place: SmallProvince) -> None:
    of_province, of_commune = conferral(place), conferral(place, unit=place.de_tham)
    assert set(conferrals_seen_by(place.officer)) == {of_province, of_commune}
    assert set(conferrals_seen_by(place.clerk)) == {of_commune}
    assert set(conferrals_seen_by(place.other_clerk)) == set()
