"""Whoever entered by name alone gets what is held about them, and nobody else's."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import pytest
from django.http import HttpResponse
from django.urls import reverse

from tests.factories.contests import entry, open_edition
from tests.factories.decisions import office
from tests.factories.juries import jury
from tests.factories.movements import SmallProvince, account
from tests.factories.prizes import prizes_signed, revealed
from tests.web.reading import faults, main_text, texts
from thidua.accounts.roles import EDITOR
from thidua.contests.access import editions_kept_by
from thidua.contests.content import AuthorLine
from thidua.contests.models import Edition, Entry
from thidua.contests.queries.entrants import entries_of_entrant
from thidua.orgs.actions import create_person
from thidua.registry.extract import gathered
from thidua.registry.models import Award
from thidua.support.audit.queries import history_of


@pytest.fixture
def two(place: SmallProvince) -> tuple[Entry, Entry]:
    """Return the entry of Hà Thị Kín with Vi Văn Lai, and one of another Hà Thị Kín."""
    prose = open_edition(place).edition.categories.get(name="Văn xuôi")
    joint = [AuthorLine(name="Hà Thị Kín"), AuthorLine(name="Vi Văn Lai")]
    own = entry(prose, title="Mùa hoa hồi", authors=joint, phone="0912 345 678", email="kin@example.vn")
    return own, entry(prose, title="Bài của người khác", phone="0987654321")


def held(answer: HttpResponse) -> list[dict[str, str]]:
    """Return the rows of an extract."""
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        told = json.loads(archive.read("du-lieu.json"))
        assert archive.read("trich-xuat.pdf").startswith(b"%PDF")
    rows: list[dict[str, str]] = told["sections"][0]["rows"]
    return rows


def test_the_office_finds_an_entrant_by_name_and_gives_what_is_ticked(
    place: SmallProvince, two: tuple[Entry, Entry], enter: Any
) -> None:
    own, other = two
    officer, page = enter(place.officer), reverse("find-entrants")
    assert "Find an entrant" in main_text(officer.get(reverse("contest-editions")))
    said = {"name": "ha thi KIN", "contact": "+84 912 345 678", "code": ""}
    shown = officer.post(page, said)
    labels = [one for one in texts(shown, "label") if "“" in one]
    assert [one.partition(";")[2] for one in labels] == [
        " only the name agrees",
        " phone, email or code agrees",
    ]
    asked = said | {"make": "1", "entries": [own.pk], "reason": "Yêu cầu của chủ thể dữ liệu"}
    assert faults(officer.post(page, asked | {"reason": ""})) != []
    assert 'value="ha thi KIN"' in officer.post(page, asked | {"reason": ""}).content.decode()
    assert faults(officer.post(page, asked | {"entries": []})) == [
        "Tick the entries that are theirs, after checking who they are."
    ]
    assert history_of(own).filter(action="contests.entry_extracted").count() == 0
    (row,) = held(officer.post(page, asked))
    assert row["Title of the work"] == "Mùa hoa hồi"
    assert row["Own part in the work"] == "Hà Thị Kín, author number 1, share in parts: 1"
    assert (row["Phone"], row["Email"]) == ("0912 345 678", "kin@example.vn")
    assert row["Files of the work"] == "Ha Thi Kin.pdf"
    assert "Vi Văn Lai" not in " ".join(row.values())
    assert history_of(own).filter(action="contests.entry_extracted").count() == 1
    assert history_of(other).filter(action="contests.entry_extracted").count() == 0


def test_a_name_alone_brings_no_phone_and_never_the_code_of_the_jury(
    place: SmallProvince, enter: Any
) -> None:
    made = jury(place, entries=1, jurors=1)
    work = made.entries[0]
    assert (work.phone, bool(work.code)) == ("0912345678", True)
    asked = {
        "name": "Hà Thị Kín",
        "make": "1",
        "entries": [work.pk],
        "reason": "Yêu cầu của chủ thể dữ liệu",
    }
    (row,) = held(enter(place.officer).post(reverse("find-entrants"), asked))
    assert "Phone" not in row
    assert work.code not in " ".join(row.values())
    by_code = asked | {"name": "Người đã đổi tên", "code": (work.follow_up_code or "").lower()}
    (row,) = held(enter(place.officer).post(reverse("find-entrants"), by_code))
    assert row["Phone"] == "0912345678"
    assert work.code not in " ".join(row.values())


def test_entries_that_were_not_found_cannot_be_asked_for(
    place: SmallProvince, two: tuple[Entry, Entry], enter: Any
) -> None:
    own, _other = two
    asked = {"name": "Không Ai Cả", "make": "1", "entries": [own.pk], "reason": "Thử"}
    answer = enter(place.officer).post(reverse("find-entrants"), asked)
    assert answer["Content-Type"].startswith("text/html")
    assert "No entry is found" in main_text(answer)


def test_only_who_keeps_contests_and_sees_personal_data_looks(place: SmallProvince, enter: Any) -> None:
    editor = account(EDITOR.code, place.province, "Biên Tập")
    assert enter(editor).get(reverse("find-entrants")).status_code == 403


@pytest.mark.parametrize("count", [1, 3])
def test_looking_takes_the_same_number_of_queries(
    place: SmallProvince, count: int, django_assert_num_queries: Any
) -> None:
    prose = open_edition(place).edition.categories.get(name="Văn xuôi")
    for number in range(count):
        entry(prose, title=f"Bài {number}")
    with django_assert_num_queries(6):
        found = entries_of_entrant(editions_kept_by(place.officer), name="HÀ THỊ KÍN", contact="0912345678")
    assert [one.is_reached for one in found] == [True] * count
    assert entries_of_entrant(Edition.objects.none(), name="Hà Thị Kín") == []


def test_a_prize_linked_to_a_person_brings_its_entry_into_their_extract(db: None) -> None:
    of = office()
    edition = revealed(of)
    prizes_signed(of, edition)
    person = create_person(full_name="Vi Văn Lai", by=None)
    award = Award.objects.get(recipient_name="Vi Văn Lai")
    assert [one for one in gathered(person, of.officer) if one.key == "contests.entry"] == []
    Award.objects.filter(pk=award.pk).update(person=person)
    (section,) = [one for one in gathered(person, of.officer) if one.key == "contests.entry"]
    assert [row["Title of the work"] for row in section.rows] == ["Tác phẩm 1"]
    assert "0912345678" not in " ".join(section.rows[0].values())
    assert [one for one in gathered(person, of.chairman) if one.key == "contests.entry"] == []
