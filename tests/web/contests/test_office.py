"""The office runs an edition from the rules to the results."""

from __future__ import annotations

from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.factories.contests import CLOSES
from tests.factories.juries import JUDGED, judged, jury, opened
from tests.factories.movements import SmallProvince, account
from tests.factories.records import edition
from tests.factories.works import pdf
from tests.web.reading import faults, main_text, texts
from thidua.accounts.roles import EDITOR, JUROR
from thidua.contests.actions import close_round, declare_conflict, declare_no_other_conflict
from thidua.contests.models import Edition, Entry, Juror, Result

RULES = {
    "opens_at": "01/03/2027",
    "opens_time": "8:00",
    "closes_at": "30/09/2027",
    "closes_time": "17h00",
    "text": "Thể lệ cuộc thi",
    "eligibility": "Công dân Việt Nam",
    "takes_individuals": "on",
    "categories": "Văn xuôi: Giải A × 1, Giải B x 2\nThơ: Giải A × 1",
}
JUDGING = {
    "seen": "1",
    "criteria": "Nội dung: 0–10 × 2 *\nHình thức: 5",
    "rounds": "Sơ khảo → 2 × 0\nChung khảo",
    "tie_rule": "criterion",
}


def address(name: str, of: Edition, *more: object) -> str:
    return reverse(name, args=[of.pk, *more])


def test_an_edition_is_set_up_from_its_pages(place: SmallProvince, enter: Any) -> None:
    made = edition(place)
    client = enter(place.officer)
    wrong = client.post(
        address("contest-rules", made), RULES | {"categories": "Văn xuôi", "closes_time": "25:00"}
    )
    assert "“Văn xuôi” cannot be read." in main_text(wrong)
    assert "“25:00” is not a time. Write it like 17:00." in main_text(wrong)
    assert "Công dân Việt Nam" in wrong.content.decode()
    assert client.post(address("contest-rules", made), RULES).url == address("contest-edition", made)
    assert client.post(address("contest-judging", made), JUDGING).url == address("contest-edition", made)
    juror = account(JUROR.code, place.province, "Giám Khảo Một")
    answer = client.post(address("appoint-juror", made), {"user": juror.pk, "is_chair": "on"})
    assert answer.url == address("contest-edition", made)
    page = main_text(client.get(address("contest-edition", made)))
    for line in (
        "Văn xuôi: Giải A × 1, Giải B × 2",
        "Nội dung: 0–10 × 2 *",
        "Sơ khảo → 2 × 0",
        "Giám Khảo Một (chair)",
    ):
        assert line in page
    assert "08:00" in page
    shown = client.get(address("contest-rules", made)).content.decode()
    assert "Văn xuôi: Giải A × 1, Giải B × 2\nThơ: Giải A × 1" in shown


def test_a_work_on_paper_is_registered_with_its_stamp_and_a_code_to_follow(
    place: SmallProvince, enter: Any
) -> None:
    made = edition(place)
    client = enter(place.officer)
    client.post(address("contest-rules", made), RULES)
    said = {
        "category": made.categories.first().pk,
        "title": "Mùa hoa hồi",
        "entrant_kind": "individual",
        "authors": "Hà Thị Kín × 2\nVi Văn Lai",
        "phone": "0912345678",
        "stamped_at": "30/09/2027",
        "stamped_time": "17:00:01",
    }
    with time_machine.travel(JUDGED, tick=False):
        client = enter(place.officer)
        late = client.post(address("paper-entry", made), said)
        assert "this one came at 17:00:01 30/09/2027 and cannot be taken any more" in main_text(late)
        assert "Vi Văn Lai" in late.content.decode()
        done = client.post(address("paper-entry", made), said | {"stamped_time": "17:00"}, follow=True)
    taken = Entry.objects.get()
    assert (taken.received_at, [author.share for author in taken.authors.all()]) == (CLOSES, [2, 1])
    assert f"Code for the entrant to follow it up: {taken.follow_up_code}." in done.content.decode()
    assert "Hà Thị Kín, Vi Văn Lai" in main_text(done)


def test_the_road_from_codes_to_results(place: SmallProvince, enter: Any) -> None:
    made = jury(place)
    for user in made.jurors:
        declare_no_other_conflict(edition=made.edition, by=user)
    client = enter(place.officer)
    page = address("contest-edition", made.edition)
    assert "Open “Chung khảo”" in main_text(client.get(page))
    assert texts(client.get(page), "a", href=address("contest-judging", made.edition)) == [
        "Change criteria and rounds"
    ]
    client.post(address("open-judging-round", made.edition))
    changes = [
        address(name, made.edition, made.edition.jurors.get(user=made.jurors[1]).pk)
        for name in ("record-juror-conflict", "release-juror")
    ]
    assert [texts(client.get(page), "a", href=one) for one in changes] == [
        ["Note a conflict : Giám Khảo 2"],
        ["Release : Giám Khảo 2"],
    ]
    judged(made, {made.jurors[0]: [["5", "4"], ["9", "4"], ["7", "4"]]})
    refused = client.post(address("close-judging-round", made.edition), {"reason": ""})
    assert "Not handed in yet: Giám Khảo 2." in main_text(refused)
    client.post(address("close-judging-round", made.edition), {"reason": "Giám khảo ốm"})
    standing = address("judging-standing", made.edition, 1)
    before = main_text(client.get(standing))
    assert (made.codes[1] in before, "Hà Thị Kín" in before) == (True, False)
    client.post(address("reveal-codes", made.edition))
    assert "Hà Thị Kín" in main_text(client.get(standing))
    asked = main_text(client.get(address("publish-contest-results", made.edition)))
    assert "The decision on the prizes is not signed yet: until it is, the public page says" in asked
    assert [texts(client.get(page), "a", href=one) for one in changes] == [[], []]
    client.post(address("publish-contest-results", made.edition))
    assert list(Result.objects.order_by("ordinal").values_list("prize", "work")) == [
        ("Giải A", "Tác phẩm 2"),
        ("Giải B", "Tác phẩm 3"),
        ("Giải B", "Tác phẩm 1"),
    ]
    published = client.get(page)
    assert "Results published" in main_text(published)
    closed = [address(name, made.edition) for name in ("contest-rules", "contest-judging")]
    closed.append(address("release-juror", made.edition, Juror.objects.order_by("pk")[0].pk))
    assert [texts(published, "a", href=one) for one in closed] == [[], [], []]


def test_the_list_of_entries_shows_names_and_no_code(place: SmallProvince, enter: Any) -> None:
    made = jury(place)
    text = enter(place.officer).get(address("contest-entries", made.edition)).content.decode()
    assert ("Hà Thị Kín" in text, [code for code in made.codes if code in text]) == (True, [])


def test_the_office_notes_a_conflict_and_releases_a_juror(place: SmallProvince, enter: Any) -> None:
    made = jury(place)
    client = enter(place.officer)
    first, second = Juror.objects.order_by("pk")
    said = {"entry": made.entries[0].pk, "reason": "Cùng cơ quan"}
    client.post(address("record-juror-conflict", made.edition, first.pk), said)
    assert first.conflicts.get().reason == "Cùng cơ quan"
    client.post(address("release-juror", made.edition, second.pk), {"reason": "Bận"})
    assert list(Juror.objects.all()) == [first]


def test_an_entry_is_withdrawn_with_its_reason(place: SmallProvince, enter: Any) -> None:
    made = jury(place)
    client = enter(place.officer)
    client.post(
        address("withdraw-contest-entry", made.edition, made.entries[0].pk),
        {"withdrawn_reason": "Tác giả xin rút"},
    )
    assert "Tác giả xin rút" in main_text(client.get(address("contest-entries", made.edition)))


@pytest.mark.parametrize("rows", [1, 3])
def test_the_lists_take_the_same_number_of_queries(
    place: SmallProvince, enter: Any, rows: int, django_assert_num_queries: Any
) -> None:
    made = opened(place, entries=rows, jurors=rows)
    judged(made, {user: [["9", "4"]] * rows for user in made.jurors})
    client = enter(place.officer)
    for name in ("contest-edition", "contest-entries"):
        client.get(address(name, made.edition))
    with django_assert_num_queries(6):
        assert client.get(reverse("contest-editions")).status_code == 200
    with django_assert_num_queries(25):
        assert len(texts(client.get(address("contest-edition", made.edition)), "tr")) == rows + 1
    with django_assert_num_queries(9):
        assert len(texts(client.get(address("contest-entries", made.edition)), "tr")) == rows + 1
    close_round(edition=made.edition, by=place.officer)
    with django_assert_num_queries(23):
        assert client.get(address("judging-standing", made.edition, 1)).status_code == 200


def test_whom_it_does_not_concern_finds_nothing(place: SmallProvince, enter: Any) -> None:
    made = jury(place)
    names = (
        "contest-edition",
        "contest-rules",
        "contest-judging",
        "contest-entries",
        "draw-codes",
        "reveal-codes",
    )
    for user in (place.clerk, account(EDITOR.code, place.province), made.jurors[0]):
        client = enter(user)
        assert {client.get(address(name, made.edition)).status_code for name in names} == {403}
        assert client.get(reverse("contest-editions")).status_code == 403
    office = enter(place.officer)
    assert {office.get(address(name, made.edition)).status_code for name in names} == {200}
    assert office.get(reverse("contest-edition", args=[987654])).status_code == 404


def test_works_that_nobody_may_judge_are_told_to_the_office_and_the_juror(
    place: SmallProvince, enter: Any
) -> None:
    made = opened(place, jurors=1)
    office = enter(place.officer)
    assert "Nobody on the jury may judge these works" not in main_text(
        office.get(address("contest-edition", made.edition))
    )
    for code in made.codes:
        declare_conflict(edition=made.edition, code=code, reason="Cùng cơ quan", by=made.jurors[0])
    shown = main_text(office.get(address("contest-edition", made.edition)))
    assert f"{', '.join(sorted(made.codes))}. Every juror of their category has a conflict" in shown
    desk = main_text(enter(made.jurors[0]).get(address("jury-desk", made.edition)))
    assert "You have a conflict with every work here, so you judge none of them." in desk
    assert "Hand in the marks" not in desk


def test_a_recorded_edition_says_why_no_decision_is_drafted_and_takes_that_of_its_time(
    place: SmallProvince, enter: Any, client: Client
) -> None:
    made = edition(place)
    officer = enter(place.officer)
    page = main_text(officer.get(address("contest-edition", made)))
    assert "This edition is entered as history, with 2 winners." in page
    assert "not entered: write its number, day and who decided, and add the scan" in page
    said = {
        "seen": made.version,
        "year": "2019",
        "number": "5",
        "awarded_on": "31/10/2019",
        "decision_number": "2105/QĐ-UBND",
        "decided_on": "28/10/2019",
        "decided_by": "Chủ tịch Ủy ban nhân dân tỉnh",
        "provenance": made.provenance,
    }
    lie = SimpleUploadedFile("qd.pdf", b"<html>x</html>", "application/pdf")
    wrong = officer.post(address("editions-edit", made), said | {"decision_file": lie})
    assert faults(wrong) == [
        "“qd.pdf” is damaged, or not the PDF that its name says. Save or scan it again, then send it."
    ]
    assert 'value="2105/QĐ-UBND"' in wrong.content.decode()
    scan = SimpleUploadedFile("qd.pdf", pdf(), "application/pdf")
    officer.post(address("editions-edit", made), said | {"decision_file": scan})
    told = "2105/QĐ-UBND, 28/10/2019, Chủ tịch Ủy ban nhân dân tỉnh"
    for name in ("contest-edition", "editions-page"):
        assert told in main_text(officer.get(address(name, made)))
    given = officer.get(address("edition-decision-file", made))
    assert b"".join(given.streaming_content) == pdf()
    public = client.get(address("contest", made))
    assert told in main_text(public)
    assert "quyet-dinh" not in public.content.decode().partition("<main")[2].partition("</main>")[0]
    assert client.get(address("edition-decision-file", made)).status_code == 302


def test_an_edition_without_winners_asks_for_rules_or_for_its_winners(
    place: SmallProvince, enter: Any
) -> None:
    made = edition(place, results=[])
    page = main_text(enter(place.officer).get(address("contest-edition", made)))
    assert "This edition has no rules yet. Write them to take entries." in page
    assert "It is over: enter its winners" in page
