"""The extract of a person: complete, by right, logged, readable by people and programs."""

from __future__ import annotations

import io
import json
import stat
import zipfile
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from tests.factories import council as councils
from tests.factories.movements import SmallProvince, account, small_province
from tests.factories.register import awarded
from thidua.accounts.models import User
from thidua.accounts.roles import BOARD_OFFICER
from thidua.nominations.models import Opinion, PublicConsultation
from thidua.orgs.actions import add_position, create_person, enter_personal_data
from thidua.orgs.models import Person
from thidua.registry.actions import extract_person
from thidua.registry.extract.gathering import gathered
from thidua.registry.identities.moving import person_columns
from thidua.registry.models import DisciplineRecord
from thidua.support.audit.models import AuditEntry
from thidua.support.refusals import NotAllowed, Refused

NUMBER, WHY = "020168000012", "Đơn đề nghị của bà Bình ngày 01/11/2026"


@pytest.fixture
def place(db: None) -> SmallProvince:
    return small_province()


@pytest.fixture
def person(place: SmallProvince) -> Person:
    made = create_person(full_name="Lương Thị Bình", honorific="ba", by=None)
    add_position(person=made, title="Trưởng thôn", unit=place.de_tham, by=None)
    enter_personal_data(
        person=made, citizen_id=NUMBER, birth_date=date(1968, 8, 15), seen=0, by=place.officer
    )
    awarded(place.province, "Lương Thị Bình", person=made, unit_then="Xã Đề Thám")
    return made


def told(person: Person, by: User | None) -> dict[str, list[dict[str, str]]]:
    with zipfile.ZipFile(io.BytesIO(extract_person(person=person, reason=WHY, by=by))) as archive:
        assert archive.namelist() == ["du-lieu.json", "trich-xuat.pdf"]
        assert archive.read("trich-xuat.pdf").startswith(b"%PDF-")
        content = json.loads(archive.read("du-lieu.json"))
    return {section["key"]: section["rows"] for section in content["sections"]}


def test_it_holds_everything_and_the_log_says_who_made_it(place: SmallProvince, person: Person) -> None:
    with translation.override("en"):
        sections = told(person, place.officer)
    assert sections["orgs.personaldata"] == [
        {"Citizen identity number": NUMBER, "Day of birth": "1968-08-15"}
    ]
    assert sections["orgs.position"][0]["Title"] == "Trưởng thôn"
    assert sections["registry.award"][0]["Unit or address at the time"] == "Xã Đề Thám"
    assert [row["What"] for row in sections["audit"]].count("read personal data") == 2
    entry = AuditEntry.objects.order_by("-sequence")[0]
    assert (entry.action, entry.actor_id) == ("orgs.person_extracted", str(place.officer.pk))
    assert json.loads(entry.details)["reason"] == WHY
    assert NUMBER not in entry.details


def test_every_table_that_leads_to_a_person_is_asked(person: Person) -> None:
    tables = [column.model._meta.db_table for column in person_columns()]
    with CaptureQueriesContext(connection) as asked:
        gathered(person, None)
    sql = " ".join(query["sql"] for query in asked.captured_queries)
    assert len(tables) > 10
    assert [table for table in tables if f'"{table}"' not in sql] == []


def test_discipline_stands_in_it_only_for_those_who_may_read_it(place: SmallProvince, person: Person) -> None:
    DisciplineRecord.objects.create(
        person=person, kept_by=place.province, level="reprimand", since=date(2020, 1, 1), recorded_by=place.officer
    )  # fmt: skip
    below = account(BOARD_OFFICER.code, place.district)
    assert "registry.disciplinerecord" in told(person, place.officer)
    assert "registry.disciplinerecord" not in told(person, below)


def test_opinions_are_told_without_their_sender(place: SmallProvince, person: Person) -> None:
    dossier = councils.dossier(place)
    row = councils.nomination(dossier)
    type(row).objects.filter(pk=row.pk).update(person=person)
    consultation = PublicConsultation.objects.create(
        dossier=dossier, opened_on=date(2026, 1, 5), closes_on=date(2026, 1, 25), where="Cổng thông tin"
    )
    Opinion.objects.create(
        consultation=consultation, nomination=row, text="Rất xứng đáng.", sender_name="Vi Văn Kín",
        contact="0912345678", received_at=timezone.now(),
    )  # fmt: skip
    sections = told(person, place.officer)
    assert "Rất xứng đáng." in str(sections["nominations.opinion"])
    assert "Vi Văn Kín" not in str(sections)
    assert "0912345678" not in str(sections)


def test_whoever_has_no_right_or_reason_gets_nothing(place: SmallProvince, person: Person) -> None:
    before = AuditEntry.objects.count()
    with pytest.raises(NotAllowed):
        extract_person(person=person, reason=WHY, by=place.clerk)
    with pytest.raises(Refused):
        extract_person(person=person, reason="", by=place.officer)
    assert AuditEntry.objects.count() == before


def test_the_command_writes_a_file_for_its_owner_only(person: Person, tmp_path: Path) -> None:
    file = tmp_path / "binh.zip"
    call_command("registry", "extract", str(person.pk), str(file), "--reason", WHY)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert zipfile.is_zipfile(file)
    for again in ([str(person.pk), str(file)], ["987654", str(tmp_path / "x.zip")]):
        with pytest.raises(SystemExit):
            call_command("registry", "extract", *again, "--reason", WHY)
