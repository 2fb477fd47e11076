"""Preparing, editing and launching a movement."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from tests.factories.movements import content, draft_movement, running_movement
from thidua.core.vietnamese.dates import VIETNAM_TIME
from thidua.movements.actions import (
    attach_launch_document,
    create_movement,
    discard_movement,
    edit_movement,
    keep_anniversary,
    launch_movement,
)
from thidua.movements.enums import DatePrecision, MovementKind
from thidua.movements.models import Movement
from thidua.support.audit.models import AuditEntry
from thidua.support.edits import EditedMeanwhile
from thidua.support.refusals import NotAllowed, Refused

PDF = b"%PDF-1.4\n%%EOF\n"


def actions_about(movement: Movement) -> list[str]:
    entries = AuditEntry.objects.filter(subject_type="movements.movement", subject_id=str(movement.pk))
    return list(entries.order_by("sequence").values_list("action", flat=True))


def test_an_officer_of_the_board_prepares_a_movement(place):
    province_day = keep_anniversary(name="ngày thành lập tỉnh", started_year=1831, by=place.officer)
    movement = create_movement(
        content=content(anniversaries=[province_day]), launched_by=place.province, by=place.officer
    )
    assert movement.slug == "dot-thi-dua-cao-diem-60-ngay-dem"
    assert (movement.state, movement.slogan_days, movement.planned_end) == ("draft", 60, date(2019, 10, 17))
    assert movement.fields == ["economy", "culture_society"]
    assert list(movement.anniversaries.all()) == [province_day]
    assert actions_about(movement) == ["movements.created"]


def test_a_clerk_of_a_commune_does_not_prepare_movements_of_the_province(place):
    with pytest.raises(NotAllowed):
        create_movement(content=content(), launched_by=place.province, by=place.clerk)
    assert not Movement.objects.exists()


@pytest.mark.parametrize(
    ("precision", "typed", "stored"),
    [
        (DatePrecision.END_OF_YEAR, date(2018, 12, 31), date(2018, 10, 1)),
        (DatePrecision.START_OF_YEAR, date(2019, 3, 3), date(2019, 1, 1)),
        (DatePrecision.MONTH, date(2019, 8, 19), date(2019, 8, 1)),
        (DatePrecision.DAY, date(2019, 8, 19), date(2019, 8, 19)),
    ],
)
def test_a_start_is_stored_as_the_first_day_of_its_span(place, precision, typed, stored):
    movement = draft_movement(place, starts_on=typed, starts_precision=precision)
    assert (movement.starts_on, movement.starts_precision) == (stored, precision)


def test_two_movements_of_one_name_have_two_addresses(place):
    first, second = draft_movement(place), draft_movement(place)
    assert [first.slug, second.slug] == [
        "dot-thi-dua-cao-diem-60-ngay-dem",
        "dot-thi-dua-cao-diem-60-ngay-dem-2",
    ]


def test_an_address_that_is_taken_is_refused(place):
    draft_movement(place, slug="cao-diem")
    with pytest.raises(Refused) as refused:
        draft_movement(place, slug="cao-diem")
    assert list(refused.value.faults) == ["slug"]


def test_every_fault_is_told_beside_its_field(place):
    said = content(
        kind="nothing",
        short_name=" ",
        theme="",
        planned_end=date(2019, 8, 1),
        slogan_days=0,
        fields=("sport",),
        scope=(),
    )
    with pytest.raises(Refused) as refused:
        create_movement(content=said, launched_by=place.province, by=place.officer)
    assert sorted(refused.value.faults) == [
        *("fields", "kind", "planned_end", "scope", "short_name", "slogan_days", "theme")
    ]


def test_text_is_stored_without_what_cannot_be_seen(place):
    movement = draft_movement(place, short_name="Đợt\u00a0cao  điểm\u200b")
    assert movement.short_name == "Đợt cao điểm"


def test_an_edit_is_recorded_with_the_old_and_the_new_value(place):
    movement = draft_movement(place)
    edited = edit_movement(
        movement=movement, content=content(kind=MovementKind.SPECIAL), version=1, by=place.officer
    )
    assert (edited.kind, edited.version) == ("special", 2)
    entry = AuditEntry.objects.get(action="movements.edited")
    assert entry.details == '{"kind":["peak","special"]}'


def test_an_edit_that_changes_nothing_leaves_no_trace(place):
    movement = draft_movement(place)
    edit_movement(movement=movement, content=content(), version=1, by=place.officer)
    assert actions_about(movement) == ["movements.created"]


def test_the_second_of_two_officers_sees_both_values(place):
    movement = draft_movement(place)
    edit_movement(movement=movement, content=content(slogan_days=70), version=1, by=place.officer)
    with pytest.raises(EditedMeanwhile) as refused:
        edit_movement(movement=movement, content=content(slogan_days=80), version=1, by=place.officer)
    said = str(refused.value.faults["slogan_days"][0])
    assert "70" in said
    assert "80" in said
    assert Movement.objects.get().slogan_days == 70


def test_the_anniversaries_are_guarded_against_two_officers_as_well(place):
    movement = draft_movement(place)
    day = keep_anniversary(name="ngày thành lập tỉnh", started_year=1831, by=place.officer)
    edit_movement(movement=movement, content=content(anniversaries=[day]), version=1, by=place.officer)
    with pytest.raises(EditedMeanwhile) as refused:
        edit_movement(movement=movement, content=content(), version=1, by=place.officer)
    assert list(refused.value.faults) == ["anniversaries"]


def test_the_chairman_launches_and_the_officer_does_not(place):
    movement = draft_movement(place)
    with pytest.raises(NotAllowed):
        launch_movement(movement=movement, by=place.officer)
    launched = launch_movement(movement=movement, by=place.chairman)
    assert launched.state == "launched"
    assert launched.launched_at is not None
    assert actions_about(movement) == ["movements.created", "movements.launched"]


def test_a_movement_is_launched_once(place):
    movement = running_movement(place)
    with pytest.raises(Refused):
        launch_movement(movement=movement, by=place.chairman)


def test_a_launch_of_the_past_keeps_its_moment(place):
    at = datetime(2019, 8, 19, 8, tzinfo=VIETNAM_TIME)
    movement = launch_movement(movement=draft_movement(place), by=place.chairman, at=at)
    assert movement.launched_at == at


def test_a_launch_still_to_come_is_refused(place):
    tomorrow = timezone.now() + timedelta(days=1)
    with pytest.raises(Refused) as refused:
        launch_movement(movement=draft_movement(place), by=place.chairman, at=tomorrow)
    assert list(refused.value.faults) == ["launched_at"]


def test_the_launching_document_is_kept_with_its_file(place):
    movement = draft_movement(place)
    kept = attach_launch_document(
        movement=movement,
        version=1,
        by=place.officer,
        number="139/KH-BCĐ",
        issued_on=date(2018, 10, 16),
        data=PDF,
        file_name="ke-hoach.pdf",
    )
    assert (kept.launch_number, kept.launch_date, kept.launch_file.original_name) == (
        *("139/KH-BCĐ", date(2018, 10, 16), "ke-hoach.pdf"),
    )


def test_the_number_may_change_without_losing_the_file(place):
    movement = draft_movement(place)
    attach_launch_document(movement=movement, version=1, by=place.officer, data=PDF, file_name="a.pdf")
    kept = attach_launch_document(movement=movement, version=2, by=place.officer, number="140/KH-UBND")
    assert (kept.launch_number, kept.launch_file.original_name) == ("140/KH-UBND", "a.pdf")


def test_a_file_that_is_not_what_it_says_leaves_the_movement_as_it_was(place):
    movement = draft_movement(place)
    with pytest.raises(Refused) as refused:
        attach_launch_document(
            movement=movement, version=1, by=place.officer, number="1", data=b"MZ...", file_name="a.pdf"
        )
    assert list(refused.value.faults) == ["file"]
    assert Movement.objects.get().launch_number == ""


def test_a_draft_is_discarded_and_a_launched_movement_is_not(place):
    discard_movement(movement=draft_movement(place), by=place.officer)
    assert not Movement.objects.exists()
    with pytest.raises(Refused):
        discard_movement(movement=running_movement(place), by=place.officer)
    assert Movement.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": " "}, "name"),
        ({"started_year": 3000}, "started_year"),
        ({"started_on": date(1832, 11, 4)}, "started_on"),
    ],
)
def test_an_anniversary_that_cannot_be_is_refused(place, changes, field):
    said = {"name": "ngày thành lập tỉnh", "started_year": 1831} | changes
    with pytest.raises(Refused) as refused:
        keep_anniversary(by=place.officer, **said)
    assert list(refused.value.faults) == [field]


def test_a_clerk_keeps_no_anniversaries(place):
    with pytest.raises(NotAllowed):
        keep_anniversary(name="ngày thành lập tỉnh", started_year=1831, by=place.clerk)
