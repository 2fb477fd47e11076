"""Everybody reads of contests, enters from a phone, follows up by code, and sees who won."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.factories.contests import CLOSES, INSIDE, entry, open_edition
from tests.factories.juries import JUDGED, judged, opened
from tests.factories.movements import SmallProvince
from tests.factories.records import edition
from tests.factories.works import pdf
from tests.web.reading import elements, faults, main_text, rows, texts
from thidua.contests.actions import ResultLine, close_round, publish_results, reveal
from thidua.contests.enums import EntrantKind, TieSettling
from thidua.contests.models import Entry, EntryAuthor
from thidua.support.files.models import StoredFile
from thidua.web.public.contests.forms import EntryForm, WithdrawOwnForm
from thidua.web.shell import public_forms

SECOND = timedelta(seconds=1)


def said(category: Any, **changes: Any) -> dict[str, Any]:
    """Return what a visitor sends, read for a minute."""
    with time_machine.travel(changes.pop("read_at", INSIDE), tick=False):
        stamp = EntryForm(edition=category.edition).initial["stamp"]
    return {
        "stamp": stamp,
        "category": category.pk,
        "title": "Mùa hoa hồi",
        "entrant_kind": EntrantKind.INDIVIDUAL,
        "authors": "Hà Thị Kín\nVi Văn Lai",
        "phone": "0912345678",
        "work": SimpleUploadedFile("Ha Thi Kin.pdf", pdf(), "application/pdf"),
        "agreed": "on",
        **changes,
    }


def at(moment: Any) -> Any:
    return time_machine.travel(moment, tick=False)


@pytest.fixture
def visitor() -> Client:
    return Client(headers={"accept-language": "en"})


def test_a_visitor_enters_with_a_co_author_and_gets_a_code(place: SmallProvince, visitor: Client) -> None:
    prose = open_edition(place, eligibility="Công dân Việt Nam").edition.categories.get(name="Văn xuôi")
    page = reverse("enter-contest", args=[prose.edition_id])
    with at(INSIDE + 60 * SECOND):
        assert "Công dân Việt Nam" in main_text(visitor.get(page))
        answer = visitor.post(page, said(prose))
        taken = Entry.objects.get()
        assert answer.url == "/en/giai-thuong/da-nhan"
        assert taken.follow_up_code in main_text(visitor.get(answer.url))
        told = main_text(visitor.post(reverse("follow-up"), {"ma": taken.follow_up_code.lower()}))
    assert [one.name for one in taken.authors.all()] == ["Hà Thị Kín", "Vi Văn Lai"]
    assert "“Mùa hoa hồi”" in told
    assert "then the jury judges by code" in told


def test_a_receipt_opens_for_a_day_and_in_the_browser_that_sent_only(
    place: SmallProvince, visitor: Client
) -> None:
    prose = open_edition(place).edition.categories.get(name="Văn xuôi")
    with at(INSIDE + 60 * SECOND):
        receipt = visitor.post(reverse("enter-contest", args=[prose.edition_id]), said(prose)).url
        assert visitor.get(receipt).status_code == 200
        cookie = visitor.cookies["bien-nhan-giai-thuong"]
        assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Lax", 24 * 3600)
        stranger = Client()
        assert stranger.get("/giai-thuong/da-nhan")["Location"] == "/theo-doi?khong-co-bien-nhan=1"
        stranger.cookies["bien-nhan-giai-thuong"] = Entry.objects.get().follow_up_code  # not signed by us
        assert stranger.get("/giai-thuong/da-nhan")["Location"] == "/theo-doi?khong-co-bien-nhan=1"
    with at(INSIDE + 25 * 3600 * SECOND):
        assert visitor.get(receipt)["Location"] == "/en/theo-doi?khong-co-bien-nhan=1"


def test_who_sends_too_much_is_told_when_to_come_back(
    place: SmallProvince, visitor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    prose = open_edition(place).edition.categories.get(name="Văn xuôi")
    monkeypatch.setattr(public_forms, "seconds_to_wait", lambda *_given: 120)
    with at(INSIDE + 60 * SECOND):
        answer = visitor.post(reverse("enter-contest", args=[prose.edition_id]), said(prose))
    assert (answer.status_code, answer["Retry-After"]) == (429, "120")
    assert Entry.objects.count() == 0


def test_an_entry_one_second_late_is_refused_and_nothing_typed_is_lost(
    place: SmallProvince, visitor: Client
) -> None:
    prose = open_edition(place).edition.categories.get(name="Văn xuôi")
    page = reverse("enter-contest", args=[prose.edition_id])
    early = CLOSES - 60 * SECOND
    with at(CLOSES + SECOND):
        late = visitor.post(page, said(prose, read_at=early))
        closed = main_text(visitor.get(page))
    assert faults(late) == [
        "Entries closed at 17:00:00 30/09/2027; this one came at 17:00:01 30/09/2027 and cannot be taken any more."
    ]
    assert StoredFile.objects.count() == 0
    assert 'value="Mùa hoa hồi"' in late.content.decode()
    assert "Hà Thị Kín" in late.content.decode()
    assert "No entries are taken now" in closed
    with at(CLOSES):
        assert visitor.post(page, said(prose, read_at=early)).status_code == 302
    assert Entry.objects.count() == 1


def test_what_is_wrong_stands_at_its_field(place: SmallProvince, visitor: Client) -> None:
    prose = open_edition(place, takes_collectives=False).edition.categories.get(name="Văn xuôi")
    page = reverse("enter-contest", args=[prose.edition_id])
    with at(INSIDE + 60 * SECOND):
        nothing = visitor.post(page, said(prose, title="", agreed="", work=""))
        lie = SimpleUploadedFile("tho.pdf", b"<html>x</html>", "application/pdf")
        liar = visitor.post(page, said(prose, work=lie))
        collective = visitor.post(
            page, said(prose, entrant_kind=EntrantKind.COLLECTIVE, collective_name="Chi hội")
        )
        robot = visitor.post(page, said(prose, website="http://spam"))
    assert [sentence.partition("”")[0] for sentence in faults(nothing)] == [
        "Fill in “Title of the work",
        "Choose a file for “File of the work",
        "Tick “I have read the rules, meet the conditions, and agree that winners are published with their names",
    ]
    assert faults(liar) == [
        "“tho.pdf” is damaged, or not the PDF that its name says. Save or scan it again, then send it."
    ]
    assert faults(collective) == ["By the rules only individuals may enter this contest."]
    assert faults(robot) == ["Empty this field, then send again: it only catches machines."]
    assert Entry.objects.count() == 0


def test_what_is_missing_of_the_entrant_is_said_along_with_the_rest(
    place: SmallProvince, visitor: Client
) -> None:
    prose = open_edition(place).edition.categories.get(name="Văn xuôi")
    page = reverse("enter-contest", args=[prose.edition_id])
    with at(INSIDE + 60 * SECOND):
        alone = visitor.post(page, said(prose, work="", authors="", phone=""))
        together = visitor.post(page, said(prose, work="", authors="", entrant_kind=EntrantKind.COLLECTIVE))
    missing = "Choose a file for “File of the work”."
    reach = "Write a phone number or an email, so that we can reach you."
    assert sorted(faults(alone)) == [missing, reach, "Write at least one author."]
    assert sorted(faults(together)) == [missing, "Write the name of the collective that enters."]


def test_the_form_calls_nothing_optional_that_is_needed(place: SmallProvince, visitor: Client) -> None:
    prose = open_edition(place).edition.categories.get(name="Văn xuôi")
    with at(INSIDE):
        shown = visitor.get(reverse("enter-contest", args=[prose.edition_id]))
    labels = [label for label in texts(shown, "label") if label.endswith("(optional)")]
    assert labels[1:] == [
        "Second file (optional)",
        "Third file (optional)",
    ]  # the first is the trap for machines
    assert "Write at least one of the two. Only the organiser sees them." in main_text(shown)


def test_an_entrant_withdraws_by_code_until_judging_begins(place: SmallProvince, visitor: Client) -> None:
    prose = open_edition(place).edition.categories.get(name="Văn xuôi")
    mine, other = entry(prose), entry(prose, title="Bài khác")
    page = reverse("withdraw-own-entry")
    with at(INSIDE):
        stamp = WithdrawOwnForm().initial["stamp"]
    with at(INSIDE + 60 * SECOND):
        wrong = visitor.post(page, {"ma": "DT-00000-00000", "sure": "on", "stamp": stamp})
        unsure = visitor.post(page, {"ma": mine.follow_up_code, "stamp": stamp})
        answer = visitor.post(page, {"ma": mine.follow_up_code, "sure": "on", "stamp": stamp}, follow=True)
        again = visitor.post(page, {"ma": mine.follow_up_code, "sure": "on", "stamp": stamp})
    assert len(faults(wrong)) == 1
    assert faults(unsure) == ["Tick “Yes, I withdraw this work from the contest” to go on."]
    assert "“Mùa hoa hồi” is withdrawn." in main_text(answer)
    assert mine.follow_up_code not in answer.redirect_chain[0][0]
    assert faults(again) == ["This entry has already been withdrawn."]
    mine.refresh_from_db()
    other.refresh_from_db()
    assert (mine.state, other.state) == ("withdrawn", "received")


def test_results_show_works_all_authors_and_why_places_are_shared(
    place: SmallProvince, visitor: Client
) -> None:
    made = opened(place, jurors=1)
    EntryAuthor.objects.create(entry=made.entries[0], ordinal=2, name="Vi Văn Lai")
    judged(made, {made.jurors[0]: [["8", "4"], ["8", "4"], ["6", "4"]]})
    close_round(edition=made.edition, by=place.officer)
    page = reverse("contest", args=[made.edition.pk])
    with at(JUDGED):
        hidden = main_text(visitor.get(page))
        told = visitor.post(reverse("follow-up"), {"ma": made.entries[0].follow_up_code})
        assert "The jury is judging." in main_text(told)
    assert ("Hà Thị Kín" in hidden, "Results will stand here." in hidden) == (False, True)
    reveal(edition=made.edition, by=place.officer)
    assert "Hà Thị Kín" not in main_text(visitor.get(page))
    made.edition.refresh_from_db()
    publish_results(edition=made.edition, version=made.edition.version, by=place.officer)
    shown = visitor.get(page)
    listed = {row[1].split(" Shares")[0]: row[2].split(" test")[0] for row in rows(shown)}
    assert set(listed) == {"Tác phẩm 1", "Tác phẩm 2", "Tác phẩm 3"}
    assert listed["Tác phẩm 1"].startswith("Hà Thị Kín, Vi Văn Lai")
    text = main_text(shown)
    assert "Shares the place with: Tác phẩm 2" in text
    assert "the places after it stay empty" in text
    assert "Result of the jury; the decision on the prizes is not signed yet" in text
    assert "By the places of the jury: 4 authors." in text
    assert "Winners: 4 authors." not in text
    won = main_text(visitor.post(reverse("follow-up"), {"ma": made.entries[0].follow_up_code}))
    assert "This work has won: Giải A. Congratulations!" in won


def test_an_edition_known_only_by_its_winners_is_shown_with_them(
    place: SmallProvince, visitor: Client
) -> None:
    empty = edition(place, year=2018, number=4, results=[])
    full = edition(
        place,
        of=empty.competition,
        results=[ResultLine(kind="author", name="Hà Thị Kín", work="Thơ", prize="Giải A")],
    )
    assert "Hà Thị Kín" in main_text(visitor.get(reverse("contest", args=[full.pk])))
    assert visitor.get(reverse("contest", args=[empty.pk])).status_code == 404
    assert visitor.get(reverse("enter-contest", args=[full.pk])).status_code == 404


def test_winners_of_whom_neither_prize_nor_work_is_known_are_a_plain_list_collectives_first(
    place: SmallProvince, visitor: Client
) -> None:
    made = edition(
        place,
        results=[
            ResultLine(kind="individual", name="Hà Thị Kín"),
            ResultLine(kind="individual", name="Vi Văn Lai"),
            ResultLine(kind="collective", name="Xã Đề Thám"),
        ],
    )
    shown = visitor.get(reverse("contest", args=[made.pk]))
    names = {"Xã Đề Thám", "Hà Thị Kín", "Vi Văn Lai"}
    assert [one for one in texts(shown, "li") if one.split(" test")[0] in names] == [
        "Xã Đề Thám",
        "Hà Thị Kín",
        "Vi Văn Lai",
    ]
    assert "<table" not in shown.content.decode()
    assert "Winners: 2 individuals, 1 collective." in main_text(shown)
    assert "Prizes awarded" in main_text(shown)


@pytest.mark.parametrize("count", [1, 3])
def test_the_pages_take_the_same_number_of_queries(
    place: SmallProvince, visitor: Client, count: int, django_assert_num_queries: Any
) -> None:
    made = opened(place, entries=count, jurors=1)
    judged(made, {made.jurors[0]: [["8", "4"]] * count})
    close_round(edition=made.edition, by=place.officer)
    reveal(edition=made.edition, by=place.officer)
    made.edition.refresh_from_db()
    publish_results(edition=made.edition, version=made.edition.version, by=place.officer)
    for number in range(count - 1):
        edition(
            place,
            of=made.edition.competition,
            year=2010 + number,
            number=90 + number,
            results=[ResultLine(kind="author", name="A")],
        )
    with django_assert_num_queries(2):
        assert main_text(visitor.get(reverse("contests"))).count("Results published") == 1
    with django_assert_num_queries(23):
        assert len(rows(visitor.get(reverse("contest", args=[made.edition.pk])))) == count


@pytest.mark.parametrize("count", [1, 3])
def test_the_first_page_leads_to_what_takes_entries(
    place: SmallProvince, visitor: Client, count: int, django_assert_num_queries: Any
) -> None:
    for _number in range(count):
        open_edition(place)
    with at(INSIDE):
        visitor.get("/en/")
        with django_assert_num_queries(15):
            home = visitor.get("/en/")
    lines = [text for text in texts(home, "li") if "Entries close at 17:00 30/09/2027." in text]
    assert len(lines) == count
    assert main_text(home).count("All prizes and contests") == 1
    with at(CLOSES + SECOND):
        assert "All prizes and contests" not in main_text(visitor.get("/en/"))


def test_a_photo_of_an_iphone_is_told_apart_from_what_is_damaged(
    place: SmallProvince, visitor: Client
) -> None:
    prose = open_edition(place).edition.categories.get(name="Văn xuôi")
    page = reverse("enter-contest", args=[prose.edition_id])
    heic = b"\x00\x00\x00\x18ftypheic" + b"\x00" * 200
    for name in ("IMG_0001.HEIC", "IMG_0001.jpg"):
        with at(INSIDE + 60 * SECOND):
            answer = visitor.post(page, said(prose, work=SimpleUploadedFile(name, heic, "image/heic")))
        assert faults(answer) == [
            f"“{name}” is a HEIC photo, which not every device opens. On an iPhone choose Settings, Camera, Formats, "
            "Most Compatible, and take it again; or save it as JPG, then send it."
        ]
        assert "Choose the files again: browsers do not keep them." in main_text(answer)
    with at(INSIDE):
        assert "Choose the files again" not in main_text(visitor.get(page))


def test_a_class_enters_from_the_one_address_of_its_school(place: SmallProvince, visitor: Client) -> None:
    cache.clear()
    prose = open_edition(place).edition.categories.get(name="Văn xuôi")
    page = reverse("enter-contest", args=[prose.edition_id])
    with at(INSIDE + 60 * SECOND):
        answers = {visitor.post(page, said(prose, title=f"Bài {one}")).status_code for one in range(40)}
        one_more = visitor.post(page, said(prose, title="Bài thứ 41"))
    assert (answers, one_more.status_code, Entry.objects.count()) == ({302}, 429, 40)
    cache.clear()


def test_the_criterion_that_settles_equal_totals_is_named(place: SmallProvince, visitor: Client) -> None:
    made = opened(place, jurors=1, tie_rule=TieSettling.CRITERION)
    text = main_text(visitor.get(reverse("contest", args=[made.edition.pk]))).replace("( ", "(")
    assert "Equal totals: the higher mean by one criterion decides (Nội dung)." in text


def test_results_tell_which_prizes_nobody_won(place: SmallProvince, visitor: Client) -> None:
    made = opened(place, entries=1, jurors=1)
    judged(made, {made.jurors[0]: [["8", "4"]]})
    close_round(edition=made.edition, by=place.officer)
    reveal(edition=made.edition, by=place.officer)
    made.edition.refresh_from_db()
    page = reverse("contest", args=[made.edition.pk])
    with at(JUDGED):
        assert "Not awarded" not in main_text(visitor.get(page))
    publish_results(edition=made.edition, version=made.edition.version, by=place.officer)
    assert "Not awarded: 02 giải B (Văn xuôi); 01 giải A (Nhiếp ảnh)." in main_text(visitor.get(page))


def test_who_follows_an_entry_up_withdraws_it_without_typing_the_code_again(
    place: SmallProvince, visitor: Client
) -> None:
    mine = entry(open_edition(place).edition.categories.get(name="Văn xuôi"))
    cache.clear()
    with at(INSIDE):
        told = visitor.post(reverse("follow-up"), {"ma": mine.follow_up_code})
        [button] = [
            one
            for one in elements(told, "form")
            if one.attributes.get("action") == reverse("withdraw-this-entry")
        ]
        assert button.attributes["method"] == "post"
        assert mine.follow_up_code in [
            one.attributes.get("value") for one in elements(told, "input", type="hidden")
        ]
        sent = visitor.post(reverse("withdraw-this-entry"), {"ma": mine.follow_up_code})
        assert sent.url == reverse("withdraw-own-entry")
        page = visitor.get(sent.url)
        later = visitor.get(sent.url)
    typed = [
        [one.attributes.get("value", "") for one in elements(each, "input", name="ma")]
        for each in (page, later)
    ]
    assert typed == [[mine.follow_up_code], [""]]
    mine.refresh_from_db()
    assert mine.state == "received"
