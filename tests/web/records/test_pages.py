"""The page of a record: every fact, where it comes from, what was done to it, and its way out and back."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories.movements import SmallProvince, running_movement
from tests.factories.records import (
    conferral,
    edition,
    event,
    event_content,
    household,
    milestone,
    person,
    role_model,
)
from tests.web.reading import main_text, texts
from tests.web.records.conftest import KINDS, MAKERS
from thidua.movements.actions.record_event import edit_event
from thidua.movements.actions.withdraw_milestone import withdraw_milestone
from thidua.movements.models import Milestone
from thidua.orgs.actions import add_position, merge_units
from thidua.orgs.drafts import UnitDraft
from thidua.orgs.enums import UnitKind
from thidua.support.audit.models import AuditEntry


def facts(page: Any) -> dict[str, str]:
    return dict(zip(texts(page, "dt"), texts(page, "dd"), strict=True))


def test_a_milestone_tells_all_that_is_known(place: SmallProvince, enter: Any) -> None:
    movement = running_movement(place)
    row = milestone(place, movements=[movement], source="Báo cáo", provenance="reported")
    page = enter(place.officer).get(KINDS["milestones"].url("page", row.pk))
    assert facts(page) == {
        "Project or plan": "Dự án cao tốc Bắc Giang - Lạng Sơn",
        "Kind": "Completed",
        "What was reached": "thông xe kỹ thuật",
        "Segment": "đoạn Bắc Giang - Chi Lăng",
        "Day": "none given",
        "Year": "2019",
        "Field": "Economy",
        "Unit": "Tỉnh Lạng Sơn",
        "Movements": "Đợt thi đua cao điểm 60 ngày đêm",
        "Source": "Báo cáo",
        "Origin": "as stated in a published report",
    }


def test_the_day_of_presentation_does_not_stand_in_for_the_decision(place: SmallProvince, enter: Any) -> None:
    row = conferral(place)
    client = enter(place.officer)
    told = facts(client.get(KINDS["awards"].url("page", row.pk)))
    assert told["Decision"] == "number and date of the decision not known yet"
    assert told["Day of presentation"] == "31/10/2019"
    assert told["Who received"] == "4: 1 collective, 2 individuals, 1 household"
    decided = conferral(
        place, decision_number="2105/QĐ-UBND", decision_date=date(2019, 10, 28), recipients=[]
    )
    told = facts(client.get(KINDS["awards"].url("page", decided.pk)))
    assert told["Decision"] == "2105/QĐ-UBND of 28/10/2019"
    assert told["Who received"] == "nobody entered yet"


def test_recipients_are_sorted_by_given_name_and_downloaded(place: SmallProvince, enter: Any) -> None:
    row = conferral(place)
    client, address = enter(place.officer), KINDS["awards"].url("page", row.pk)
    assert texts(client.get(address), "th", scope="row") == [
        "Lương Thị Bình",
        "Nguyễn Văn Đức",
        "Hộ ông Vi Thanh Liêm",
        "Trạm Y tế xã Đề Thám",
    ]
    assert texts(client.get(f"{address}?xep=ordinal"), "th", scope="row")[0] == "Trạm Y tế xã Đề Thám"
    assert texts(client.get(f"{address}?q=giao+vien"), "th", scope="row") == ["Nguyễn Văn Đức"]
    answer = client.get(f"{address}?dinh-dang=csv&doi_tuong=individual")
    assert answer.content.decode("utf-8-sig").splitlines() == [
        "Recipient;In the register;Kind;Post at the time;Unit or address at the time;Number in the list;Year;"
        "Type of commendation;State;Origin",
        "Lương Thị Bình;;Individual;Trưởng thôn;;3;;;held;recorded in the system",
        "Nguyễn Văn Đức;;Individual;Giáo viên;Trường THCS Đề Thám;2;;;held;recorded in the system",
    ]


def test_a_role_model_shows_the_address_of_its_day_and_todays(place: SmallProvince, enter: Any) -> None:
    model = person(place, "Lương Thị Bình", honorific="ba")
    add_position(person=model, unit=place.village, title="Trưởng thôn", by=place.officer)
    family = household(place, address_on=date(2019, 10, 31))
    merge_units(
        units=[place.de_tham, place.hung_son],
        into=UnitDraft(name="Xã Tràng Định", kind=UnitKind.COMMUNE, parent=place.province),
        on=date(2025, 7, 1),
        by=None,
    )
    client = enter(place.officer)
    then = "hôn Nà Ao 2, xã Đề Thám, huyện Tràng Định, tỉnh Lạng Sơn now: thôn Nà Ao 2, xã Tràng Định, tỉnh Lạng Sơn"
    for subject, first in (({"person": model}, "T"), ({"household": family}, "t")):
        row = role_model(place, **subject)
        told = facts(client.get(KINDS["role-models"].url("page", row.pk)))
        assert told["Address at the time"] == first + then
    assert texts(client.get(KINDS["role-models"].url("list")), "th", scope="row") == [
        f"Household of Mr Vi Thanh Liêm t{then}",
        "Mrs Lương Thị Bình Trưởng thôn, thôn Nà Ao 2",
    ]


def test_an_edition_is_named_with_its_roman_numeral(place: SmallProvince, enter: Any) -> None:
    row = edition(place)
    page = enter(place.officer).get(KINDS["editions"].url("page", row.pk))
    assert texts(page, "h1") == ["Giải thưởng Hoàng Văn Thụ về văn học nghệ thuật, edition V (2019)"]
    assert facts(page)["Winners"] == "2: 1 collective, 1 author"
    prize = enter(place.officer).get(KINDS["competitions"].url("page", row.competition.pk))
    assert facts(prize)["Editions"] == texts(page, "h1")[0]


def test_the_history_tells_who_did_what(place: SmallProvince, enter: Any) -> None:
    row = event(place)
    edit_event(event=row, content=event_content(outcome="tốt đẹp"), version=1, by=place.officer)
    page = enter(place.officer).get(KINDS["events"].url("page", row.pk))
    assert texts(page, "p", class_="timeline__title") == ["Corrected an event", "Recorded an event"]
    newest = texts(page, "li", class_="timeline__item")[0]
    assert "· Hoàng Văn Chuyên" in newest
    assert newest.endswith("Outcome: (empty) → tốt đẹp")


@pytest.mark.parametrize("kind", KINDS)
def test_a_removed_record_is_gone_with_its_reason_and_comes_back(
    place: SmallProvince, enter: Any, kind: str
) -> None:
    row = MAKERS[kind](place, place.province)
    client, page = enter(place.officer), KINDS[kind]
    asked = client.get(page.url("remove", row.pk))
    assert texts(asked, "h1") == [str(page.words.remove)]
    refused = client.post(page.url("remove", row.pk), {"reason": " "})
    assert texts(refused, "div", id="id_reason_error") == ["Error: Fill in “Why is it removed?”."]
    assert page.model.objects.filter(pk=row.pk).exists()
    answer = client.post(page.url("remove", row.pk), {"reason": "Nhập trùng"}, follow=True)
    assert answer.redirect_chain[-1][0] == page.url("list")
    assert client.get(page.url("page", row.pk)).status_code == 404
    removed = client.get(page.url("removed"))
    assert texts(removed, "td", data_label="Reason") == ["Nhập trùng"]
    entry = AuditEntry.objects.latest("sequence")
    answer = client.post(page.url("restore", entry.sequence), follow=True)
    assert answer.redirect_chain[-1][0] == page.url("page", row.pk)
    assert texts(client.get(page.url("removed")), "td", data_label="Reason") == []
    again = client.post(page.url("restore", entry.sequence), follow=True)
    assert texts(again, "div", class_="notification")[0].startswith("This cannot be brought back")


def test_removed_records_are_listed_to_those_who_keep_them(place: SmallProvince, enter: Any) -> None:
    for unit, name in ((place.de_tham, "Của Đề Thám"), (place.province, "Của tỉnh")):
        row = milestone(place, unit=unit, project=name)
        withdraw_milestone(milestone=row, reason="Nhập trùng", by=place.officer)
    address = KINDS["milestones"].url("removed")
    assert texts(enter(place.officer).get(address), "th", scope="row") == ["Của tỉnh", "Của Đề Thám"]
    assert texts(enter(place.clerk).get(address), "th", scope="row") == ["Của Đề Thám"]
    assert texts(enter(place.other_clerk).get(address), "th", scope="row") == []
    assert enter(place.chairman).get(address).status_code == 403
    entry = AuditEntry.objects.latest("sequence")
    assert enter(place.clerk).post(KINDS["milestones"].url("restore", entry.sequence)).status_code == 403
    assert not Milestone.objects.exists()


def test_an_entry_of_another_kind_is_no_removal(place: SmallProvince, enter: Any) -> None:
    entry = AuditEntry.objects.latest("sequence")
    answer = enter(place.officer).post(KINDS["milestones"].url("restore", entry.sequence))
    assert answer.status_code == 404


def test_a_drive_with_gifts_says_why_it_stays(place: SmallProvince, enter: Any) -> None:
    row = MAKERS["gifts"](place, place.province).drive
    page = enter(place.officer).post(KINDS["drives"].url("remove", row.pk), {"reason": "Nhập trùng"})
    assert "Other records still belong to this one" in main_text(page)
