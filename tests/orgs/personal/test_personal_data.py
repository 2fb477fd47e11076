"""Personal data at rest: sealed, bound to their person, read by right and with a log, rotated and erased."""

from __future__ import annotations

import base64
import json
import os
import stat
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

from tests.factories.movements import SmallProvince, account, small_province
from thidua.accounts.roles import BOARD_OFFICER
from thidua.core.vietnamese.citizen_ids import read_citizen_id
from thidua.orgs.actions import (
    add_position,
    create_person,
    enter_personal_data,
    erase_personal_data,
    read_personal_data,
    rotate_data_key,
)
from thidua.orgs.models import Person, PersonalData
from thidua.orgs.personal.comparing import Agreement, Compared, compare_personal_data
from thidua.orgs.personal.keys import data_keys
from thidua.orgs.personal.opening import citizen_id_of
from thidua.orgs.personal.sealing import CannotBeOpened, key_id_of
from thidua.orgs.queries.personal_data import holders_of, masked_data_of
from thidua.registry.actions import merge_persons, unmerge_persons
from thidua.support.audit.models import AuditEntry
from thidua.support.audit.queries import verify_chain
from thidua.support.edits import EditedMeanwhile
from thidua.support.refusals import NotAllowed, Refused

NUMBER, BORN = "020168000012", date(1968, 8, 15)
WHY = "Đối chiếu hồ sơ đề nghị"


@pytest.fixture
def place(db: None) -> SmallProvince:
    return small_province()


def someone(place: SmallProvince, name: str = "Lương Thị Bình", number: str = NUMBER, **said: Any) -> Person:
    person = create_person(full_name=name, honorific="ba", by=None)
    add_position(person=person, title="Trưởng thôn", unit=place.de_tham, by=None)
    enter_personal_data(
        person=person, citizen_id=number, birth_date=said.get("birth_date", BORN), seen=0, by=place.officer
    )
    person.refresh_from_db()
    return person


def whole_database() -> str:
    """Return every value of every table of the orgs and audit rooms as text."""
    told = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table.startswith(("orgs_", "audit_", "registry_")):
                cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
                told.append(str(cursor.fetchall()))
    return "\n".join(told)


def test_what_is_entered_stands_nowhere_in_the_database(place: SmallProvince) -> None:
    person = someone(place)
    assert read_personal_data(person=person, field="citizen_id", reason=WHY, by=place.officer) == NUMBER
    assert read_personal_data(person=person, field="birth_date", reason=WHY, by=place.officer) == "1968-08-15"
    kept = whole_database()
    assert "Lương Thị Bình" in kept
    for secret in (NUMBER, "1968-08-15", "15/08/1968", "(1968, 8, 15)"):
        assert secret not in kept
    assert Person.objects.get(pk=person.pk).birth_year == 1968


def test_a_page_shows_a_mask_and_no_ordinary_query_reads_the_table(
    place: SmallProvince, django_assert_num_queries: Any
) -> None:
    person = someone(place)
    masked = masked_data_of(person)
    assert masked is not None
    assert (masked.citizen_id, masked.birth_date) == ("0201••••••12", "••/••/1968")
    with django_assert_num_queries(1) as asked:
        list(Person.objects.select_related("merged_into"))
    assert "personaldata" not in asked.captured_queries[0]["sql"]


def test_every_reading_stands_in_the_log_without_the_value(place: SmallProvince) -> None:
    person = someone(place)
    read_personal_data(person=person, field="citizen_id", reason=WHY, by=place.officer)
    entry = AuditEntry.objects.order_by("-sequence")[0]
    assert (entry.action, entry.actor_id) == ("orgs.personal_data_read", str(place.officer.pk))
    assert entry.subject_name == "Lương Thị Bình"
    assert json.loads(entry.details) == {"personal_data": "citizen_id", "reason": WHY}
    assert verify_chain().intact


def test_without_a_reason_nothing_is_shown(place: SmallProvince) -> None:
    person = someone(place)
    before = AuditEntry.objects.count()
    with pytest.raises(Refused) as refusal:
        read_personal_data(person=person, field="citizen_id", reason="  x ", by=place.officer)
    assert (list(refusal.value.faults), AuditEntry.objects.count()) == (["reason"], before)


def test_only_officers_of_the_board_over_the_unit_read_and_enter(place: SmallProvince) -> None:
    person = someone(place)
    elsewhere = account(BOARD_OFFICER.code, place.hung_son)
    here = account(BOARD_OFFICER.code, place.district)
    assert read_personal_data(person=person, field="citizen_id", reason=WHY, by=here) == NUMBER
    for other in (place.clerk, place.chairman, elsewhere):
        with pytest.raises(NotAllowed):
            read_personal_data(person=person, field="citizen_id", reason=WHY, by=other)
        with pytest.raises(NotAllowed):
            enter_personal_data(person=person, citizen_id="", birth_date=None, seen=1, by=other)
        with pytest.raises(NotAllowed):
            erase_personal_data(person=person, reason=WHY, by=other)
    nowhere = create_person(full_name="Nông Văn Xa", by=None)
    with pytest.raises(NotAllowed):
        read_personal_data(person=nowhere, field="citizen_id", reason=WHY, by=here)
    assert read_personal_data(person=nowhere, field="citizen_id", reason=WHY, by=place.officer) == ""


def test_a_value_moved_to_another_row_is_refused_and_logged(place: SmallProvince) -> None:
    one, other = someone(place), someone(place, "Vi Văn Hai", "020068000099")
    sealed = PersonalData.objects.get(person=one).citizen_id_sealed
    PersonalData.objects.filter(person=other).update(citizen_id_sealed=sealed)
    with pytest.raises(Refused):
        read_personal_data(person=other, field="citizen_id", reason=WHY, by=place.officer)
    assert AuditEntry.objects.order_by("-sequence")[0].action == "orgs.personal_data_unreadable"
    # Nor does the whole row pass for another person's.
    row = PersonalData.objects.get(person=one)
    PersonalData.objects.filter(person=other).delete()
    PersonalData.objects.filter(pk=row.pk).update(person=other)
    with pytest.raises(CannotBeOpened):
        citizen_id_of(PersonalData.objects.get(pk=row.pk))


def test_a_value_in_another_column_or_with_a_changed_letter_is_refused(place: SmallProvince) -> None:
    row = PersonalData.objects.get(person=someone(place))
    row.birth_date_sealed, row.citizen_id_sealed = row.citizen_id_sealed, row.birth_date_sealed
    with pytest.raises(CannotBeOpened):
        citizen_id_of(row)
    row.refresh_from_db()
    swapped = "B" if row.citizen_id_sealed[-6] == "A" else "A"
    row.citizen_id_sealed = row.citizen_id_sealed[:-6] + swapped + row.citizen_id_sealed[-5:]
    with pytest.raises(CannotBeOpened):
        citizen_id_of(row)


def test_a_number_is_found_without_opening_anything(place: SmallProvince) -> None:
    person = someone(place)
    someone(place, "Vi Văn Hai", "020068000099")
    assert list(holders_of(read_citizen_id(NUMBER))) == [person]
    assert list(holders_of(read_citizen_id("020168000013"))) == []


def test_two_persons_are_compared_in_one_query(place: SmallProvince, django_assert_num_queries: Any) -> None:
    one, same = someone(place), someone(place, "LUONG THI BINH")
    other = someone(place, "Vi Văn Hai", "020068000099", birth_date=date(1968, 1, 2))
    old = someone(place, "Bế Thị Ba", "081234567", birth_date=None)
    nobody = create_person(full_name="Nông Văn Xa", by=None)
    pairs = [(one.pk, each.pk) for each in (same, other, old, nobody)]
    with django_assert_num_queries(1):
        told = compare_personal_data(pairs)
    assert [told[pair] for pair in pairs] == [
        Compared(Agreement.AGREES, Agreement.AGREES),
        Compared(Agreement.DIFFERS, Agreement.DIFFERS),
        Compared(Agreement.UNKNOWN, Agreement.UNKNOWN),
        Compared(),
    ]


def test_what_does_not_fit_is_told_and_stored_all_the_same(place: SmallProvince) -> None:
    someone(place)
    person = create_person(full_name="Vi Văn Hai", honorific="ong", by=None)
    done = enter_personal_data(person=person, citizen_id=NUMBER, birth_date=None, seen=0, by=place.officer)
    assert len(done.doubts) == 2  # a woman's number, and somebody else's
    assert citizen_id_of(done.row) == read_citizen_id(NUMBER)


def test_faults_are_told_by_field_all_at_once(place: SmallProvince) -> None:
    person = create_person(full_name="Vi Văn Hai", birth_year=1970, by=None)
    with pytest.raises(Refused) as refusal:
        enter_personal_data(person=person, citizen_id="12", birth_date=BORN, seen=0, by=place.officer)
    assert sorted(refusal.value.faults) == ["birth_date", "citizen_id"]
    assert not PersonalData.objects.exists()


def test_two_officers_at_once_are_told_of_each_other_without_the_value(place: SmallProvince) -> None:
    person = someone(place)
    with pytest.raises(EditedMeanwhile) as refusal:
        enter_personal_data(
            person=person, citizen_id="020168000099", birth_date=BORN, seen=0, by=place.officer
        )
    assert refusal.value.version == 1
    assert list(refusal.value.faults) == ["citizen_id"]
    assert NUMBER not in str(refusal.value)


def test_the_key_lies_in_a_file_of_its_owner(place: SmallProvince) -> None:
    key = data_keys()[0]
    path = Path(settings.VAR) / "keys" / f"data-{key.id}.key"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert path.read_text(encoding="ascii") not in repr(key)


def test_rotation_seals_everything_anew_and_keeps_the_old_key(place: SmallProvince) -> None:
    persons = [someone(place), someone(place, "Vi Văn Hai", "020068000099")]
    old = data_keys()[0]
    done = rotate_data_key(by=None)
    assert (done.key_id == old.id, done.resealed, done.unreadable) == (False, 2, ())
    assert [key.id for key in data_keys()][:2] == [done.key_id, old.id]
    for row in PersonalData.objects.all():
        assert {key_id_of(row.citizen_id_sealed), key_id_of(row.birth_date_sealed)} == {done.key_id}
    assert list(holders_of(read_citizen_id(NUMBER))) == [persons[0]]
    assert read_personal_data(person=persons[1], field="citizen_id", reason=WHY, by=None) == "020068000099"
    with pytest.raises(NotAllowed):
        rotate_data_key(by=place.officer)


def test_keys_of_the_environment_are_read_in_their_order(place: SmallProvince, settings: Any) -> None:
    first, second = (base64.b64encode(os.urandom(32)).decode() for _ in range(2))
    settings.DATA_KEY = first
    person = someone(place)
    settings.DATA_KEY = f"{second}, {first}"
    assert read_personal_data(person=person, field="citizen_id", reason=WHY, by=None) == NUMBER
    assert rotate_data_key(by=None).resealed == 1
    settings.DATA_KEY = second
    assert read_personal_data(person=person, field="citizen_id", reason=WHY, by=None) == NUMBER
    settings.DATA_KEY = first
    with pytest.raises(Refused):
        read_personal_data(person=person, field="citizen_id", reason=WHY, by=None)


def test_erasing_leaves_the_person_and_says_so_in_the_log(place: SmallProvince) -> None:
    person = someone(place)
    row = erase_personal_data(person=person, reason="Hết thời hạn lưu", by=place.officer)
    assert (row.citizen_id_sealed, row.citizen_id_fingerprint, row.birth_date_sealed) == ("", "", "")
    assert row.erased_on is not None
    entry = AuditEntry.objects.order_by("-sequence")[0]
    assert json.loads(entry.details) == {
        "personal_data": ["citizen_id", "birth_date"],
        "reason": "Hết thời hạn lưu",
    }
    assert list(holders_of(read_citizen_id(NUMBER))) == []
    with pytest.raises(Refused):
        erase_personal_data(person=person, reason=WHY, by=place.officer)


def test_the_data_of_a_merged_person_go_along_and_come_back(place: SmallProvince) -> None:
    keep = create_person(full_name="Lương Thị Bình", by=None)
    merged = someone(place, "LUONG THI BINH")
    merger = merge_persons(keep=keep, merge=merged, by=None)
    assert read_personal_data(person=keep, field="citizen_id", reason=WHY, by=None) == NUMBER
    enter_personal_data(person=keep, citizen_id="020168000013", birth_date=BORN, seen=1, by=None)
    assert read_personal_data(person=keep, field="citizen_id", reason=WHY, by=None) == "020168000013"
    unmerge_persons(merge=merger, by=None)
    assert read_personal_data(person=merged, field="citizen_id", reason=WHY, by=None) == "020168000013"
    assert read_personal_data(person=keep, field="citizen_id", reason=WHY, by=None) == ""
