"""The audit log on screen: filters, pages by row number, the check of the chain."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from tests.factories.movements import account
from tests.web.reading import main_text, rows, texts
from thidua.accounts.roles import ADMINISTRATOR, AUDITOR, BOARD_LEADER
from thidua.orgs.actions import create_person, rename_unit
from thidua.registry.actions import record_history
from thidua.registry.content import DisciplineContent
from thidua.support.audit.models import AuditEntry
from thidua.web.workspace.administration.views import log as log_view

LOG = "/lam-viec/nhat-ky"


def tamper(statement, *values):
    """Change the table as only somebody with the database in hand can."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("ALTER TABLE audit_auditentry DISABLE TRIGGER audit_no_change")
        else:
            cursor.execute("DROP TRIGGER audit_no_update")
        cursor.execute(statement, values)


def told(response):
    return [(row[2], row[3]) for row in rows(response)]


def people(place, *names):
    for name in names:
        create_person(full_name=name, by=place.officer)


def test_the_log_tells_newest_first_who_did_what_to_what_in_words(place, auditor, as_):
    rename_unit(unit=place.village, name="Thôn Nà Ao", by=None, on=timezone.localdate(), act="NQ 01")
    people(place, "Lương Thị Bình")
    listed = rows(as_(auditor).get(LOG))
    assert [row[2:5] for row in listed[:2]] == [
        ["Hoàng Văn Chuyên", "Nhập cá nhân", "Lương Thị Bình Người"],
        ["hệ thống", "Đổi tên đơn vị", "Thôn Nà Ao Đơn vị"],
    ]
    assert "Văn bản: NQ 01" in listed[1][5]
    assert f"Từ ngày: {timezone.localdate():%d/%m/%Y}" in listed[1][5]


def test_the_log_is_filtered_by_person_action_subject_and_day(place, auditor, as_):
    people(place, "Lương Thị Bình", "Nông Văn An")
    create_person(full_name="Vi Thanh Liêm", by=place.clerk)
    client = as_(auditor)
    entered = f"{LOG}?viec=orgs.person_created"
    assert [row[4] for row in rows(client.get(entered))] == [
        "Vi Thanh Liêm Người",
        "Nông Văn An Người",
        "Lương Thị Bình Người",
    ]
    assert told(client.get(f"{entered}&nguoi=luong+de")) == [("Lương Văn Đề", "Nhập cá nhân")]
    assert [row[4] for row in rows(client.get(f"{entered}&q=luong+thi+binh"))] == ["Lương Thị Bình Người"]
    assert {row[4].split()[-1] for row in rows(client.get(f"{LOG}?loai=orgs.person"))} == {"Người"}
    today = timezone.localdate()
    assert len(rows(client.get(f"{entered}&tu={today:%d/%m/%Y}&den={today:%d/%m/%Y}"))) == 3
    tomorrow = today + timedelta(days=1)
    assert "Không có dòng nào khớp" in main_text(client.get(f"{entered}&tu={tomorrow:%d/%m/%Y}"))
    yesterday = today - timedelta(days=1)
    assert "Không có dòng nào khớp" in main_text(client.get(f"{entered}&den={yesterday:%d/%m/%Y}"))


def test_pages_follow_each_other_by_row_number_in_both_directions(place, auditor, as_, monkeypatch):
    monkeypatch.setattr(log_view, "PAGE_SIZE", 2)
    people(place, "An Một", "An Hai", "An Ba", "An Bốn", "An Năm")
    client = as_(auditor)
    address = f"{LOG}?viec=orgs.person_created&q=an"
    first = client.get(address)
    second = client.get(LOG + first.context["log"].older_url)
    third = client.get(LOG + second.context["log"].older_url)
    pages = [[row[4].split()[1] for row in rows(page)] for page in (first, second, third)]
    assert pages == [["Năm", "Bốn"], ["Ba", "Hai"], ["Một"]]
    assert (first.context["log"].newer_url, third.context["log"].older_url) == ("", "")
    again = client.get(LOG + third.context["log"].newer_url)
    assert [row[4].split()[1] for row in rows(again)] == ["Ba", "Hai"]
    top = client.get(LOG + again.context["log"].newer_url)
    assert [row[4].split()[1] for row in rows(top)] == ["Năm", "Bốn"]
    assert top.context["log"].newer_url == ""


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("query", "queries"), [("", 7), ("&q=nguoi", 8)])
def test_the_log_takes_as_many_queries_whatever_the_rows(
    place, auditor, as_, django_assert_num_queries, count, query, queries
):
    people(place, *(f"Người Thử {word}" for word in ("Một", "Hai", "Ba")[:count]))
    client = as_(auditor)
    address = f"{LOG}?viec=orgs.person_created{query}"
    client.get(address)
    with django_assert_num_queries(queries):
        assert len(rows(client.get(address))) == count


def test_the_csv_holds_every_row_that_fits_with_its_code(place, auditor, as_):
    people(place, "Lương Thị Bình", "Nông Văn An")
    address = f"{LOG}?viec=orgs.person_created"
    client = as_(auditor)
    read = list(
        csv.reader(
            io.StringIO(client.get(f"{address}&dinh-dang=csv").content.decode("utf-8-sig")), delimiter=";"
        )
    )
    shown = rows(client.get(address))
    assert [[row[0], row[2], row[5]] for row in read[1:]] == [
        [row[0].replace(".", ""), row[2], row[4].removesuffix(" Người")] for row in shown
    ]
    stored = AuditEntry.objects.filter(action="orgs.person_created").order_by("-sequence")
    assert [row[7] for row in read[1:]] == list(stored.values_list("hash", flat=True))


def test_a_row_opens_whole_and_leads_to_its_neighbours(place, auditor, as_):
    people(place, "Lương Thị Bình")
    entry = AuditEntry.objects.order_by("-sequence")[0]
    page = as_(auditor).get(f"{LOG}/{entry.sequence}")
    assert entry.hash in texts(page, "code")
    assert entry.previous_hash in texts(page, "code")
    assert f"/lam-viec/nhat-ky/{entry.sequence - 1}" in page.content.decode()
    assert as_(auditor).get(f"{LOG}/{entry.sequence + 1}").status_code == 404


def test_an_intact_chain_is_said_to_be_so_with_a_code_to_note_outside(place, auditor, as_):
    last = AuditEntry.objects.order_by("-sequence")[0]
    page = as_(auditor).get(f"{LOG}/kiem-tra")
    assert f"Nhật ký hệ thống nguyên vẹn: đã kiểm tra {last.sequence} dòng." in main_text(page)
    assert texts(page, "code") == [last.hash]


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        (
            "UPDATE audit_auditentry SET actor_name = 'ai đó' WHERE sequence = 5",
            "Dòng 5 của nhật ký đã bị sửa sau khi ghi.",
        ),
        ("DELETE FROM audit_auditentry WHERE sequence = 5", "Thiếu dòng 5 của nhật ký."),
    ],
)
def test_what_was_done_behind_the_systems_back_is_named(place, auditor, as_, statement, sentence):
    tamper(statement)
    page = main_text(as_(auditor).get(f"{LOG}/kiem-tra"))
    assert sentence in page
    assert "4 dòng trước đó còn nguyên vẹn." in page
    assert "Nhật ký hệ thống nguyên vẹn" not in page


@pytest.mark.parametrize("column", ["at", "details"])
def test_a_damaged_row_is_shown_as_it_stands(place, auditor, as_, column):
    last = AuditEntry.objects.order_by("-sequence")[0].sequence
    tamper(f"UPDATE audit_auditentry SET {column} = 'hỏng' WHERE sequence = %s", last)
    listed = rows(as_(auditor).get(LOG))
    assert listed[0][0] == str(last)
    assert "hỏng" in listed[0][5]


def test_who_may_not_read_the_log_learns_nothing_from_it(place, auditor, as_):
    people(place, "Lương Thị Bình")
    last = AuditEntry.objects.order_by("-sequence")[0]
    of_a_commune = account(AUDITOR.code, place.de_tham, "Soát Của Xã")
    assert "Lương Thị Bình" in main_text(as_(auditor).get(LOG))
    for user in (place.officer, of_a_commune):
        client = as_(user)
        for address in (LOG, f"{LOG}?dinh-dang=csv", f"{LOG}/{last.sequence - 1}", f"{LOG}/kiem-tra"):
            response = client.get(address)
            assert response.status_code == 403
            assert "Lương Thị Bình" not in response.content.decode()
            assert last.hash not in response.content.decode()


def test_who_does_not_appraise_reads_that_discipline_was_recorded_but_neither_of_whom_nor_what(place, as_):
    person = create_person(full_name="Lương Thị Bình", by=place.officer)
    content = DisciplineContent(
        level="warning",
        since=date(2025, 5, 20),
        authority="UBND tỉnh",
        decision_number="77/QĐ-UBND",
        decision_date=date(2025, 5, 20),
    )
    record_history(recipient=person, kept_by=place.province, content=content, by=place.officer)
    technician, leader = (
        account(ADMINISTRATOR.code, place.province),
        account(BOARD_LEADER.code, place.province),
    )
    address = f"{LOG}?viec=registry.discipline_recorded"
    number = AuditEntry.objects.get(action="registry.discipline_recorded").sequence
    seen = {}
    for who, user in (("technician", technician), ("leader", leader)):
        client = as_(user)
        pages = [client.get(address), client.get(f"{LOG}/{number}"), client.get(f"{address}&dinh-dang=csv")]
        is_found = "Không có dòng nào khớp" not in main_text(client.get(f"{address}&q=binh"))
        words = [word for word in ("Bình", "77/QĐ-UBND") for page in pages if word in page.content.decode()]
        seen[who] = (len(rows(pages[0])), words, is_found)
    assert seen == {
        "technician": (1, [], False),
        "leader": (1, ["Bình"] * 3 + ["77/QĐ-UBND"] * 3, True),
    }
