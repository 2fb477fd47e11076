"""A juror's pages: by code, one work to a page, nothing typed lost, no name anywhere."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.urls import reverse
from PIL import Image

from tests.factories.juries import judged, jury, mark, opened
from tests.factories.movements import SmallProvince, account
from tests.web.reading import elements, faults, main_text, texts
from thidua.accounts.roles import JUROR
from thidua.contests.actions import close_round, open_round
from thidua.contests.actions.bare_file import bare_file
from thidua.contests.enums import TieSettling
from thidua.contests.models import HandedIn, Mark, TieDecision
from thidua.support.files.actions import store_file

NAMES = ("Hà Thị Kín", "0912345678", "kin1@example.vn", "Ha Thi Kin", "Xã Đề Thám")


def address(name: str, made: Any, *more: object) -> str:
    return reverse(name, args=[made.edition.pk, *more])


def test_no_page_of_a_juror_tells_whose_a_work_is(place: SmallProvince, enter: Any) -> None:
    made = opened(place)
    office = enter(place.officer).get(address("contest-entries", made)).content.decode()
    assert [name for name in NAMES[:3] if name in office] == list(NAMES[:3])
    client = enter(made.jurors[0])
    code = made.codes[0]
    seen = b"".join(
        client.get(one).content
        for one in (reverse("juries"), address("jury-desk", made), address("judge-entry", made, code))
    )
    file = client.get(address("judged-file", made, code, 1))
    content = b"".join(file.streaming_content)
    assert [name for name in NAMES if name.encode() in seen + content] == []
    assert (code.encode() in seen, content[:5]) == (True, b"%PDF-")
    assert file["Content-Disposition"] == f'inline; filename="{code}-1.pdf"'


def test_marks_are_given_work_by_work_and_handed_in(place: SmallProvince, enter: Any) -> None:
    made = opened(place, entries=2)
    client = enter(made.jurors[0])
    first, second = sorted(made.codes)
    said = {"criterion_1": "8,5", "criterion_2": "4", "seen_1": "0", "seen_2": "0", "next": "1"}
    assert client.post(address("judge-entry", made, first), said).url == address("judge-entry", made, second)
    assert "1 of 2 works are marked in full." in main_text(client.get(address("jury-desk", made)))
    early = client.post(address("hand-in-marks", made))
    assert f"Marks are still missing (1): {second}. Give them first." in main_text(early)
    assert client.post(address("judge-entry", made, second), said).url == address("jury-desk", made)
    assert (
        list(Mark.objects.filter(criterion__ordinal=1).values_list("points", flat=True))
        == [Decimal("8.5")] * 2
    )
    client.post(address("hand-in-marks", made))
    assert HandedIn.objects.get().juror.user == made.jurors[0]
    assert "Your marks of this round are handed in." in main_text(client.get(address("jury-desk", made)))


def test_a_mark_that_does_not_fit_stands_there_again_with_its_sentence(
    place: SmallProvince, enter: Any
) -> None:
    made = opened(place, entries=1)
    client = enter(made.jurors[0])
    said = {"criterion_1": "11", "criterion_2": "4,5", "seen_1": "0", "seen_2": "0"}
    answer = client.post(address("judge-entry", made, made.codes[0]), said)
    assert "Write a mark from 0 to 10." in main_text(answer)
    assert 'value="11"' in answer.content.decode()
    assert 'value="4,5"' in answer.content.decode()
    assert Mark.objects.count() == 0


def test_an_old_page_is_told_and_the_second_press_keeps_its_marks(place: SmallProvince, enter: Any) -> None:
    made = opened(place, entries=1)
    user, code = made.jurors[0], made.codes[0]
    client = enter(user)
    mark(made, user, code, ["8", "4"])
    said = {"criterion_1": "6", "criterion_2": "4", "seen_1": "0", "seen_2": "0"}
    answer = client.post(address("judge-entry", made, code), said)
    assert "You saved 8 from another page meanwhile; here stands 6. Save again to keep this." in main_text(
        answer
    )
    seen = {
        one.attributes["name"]: one.attributes["value"]
        for one in _inputs(answer, "hidden")
        if "seen" in one.attributes["name"]
    }
    client.post(address("judge-entry", made, code), said | seen)
    assert Mark.objects.get(criterion__ordinal=1).points == Decimal(6)


def _inputs(answer: Any, kind: str) -> list[Any]:
    return elements(answer, "input", type=kind)


def test_others_marks_stand_on_the_page_only_after_handing_in(place: SmallProvince, enter: Any) -> None:
    made = opened(place, entries=1)
    first, second = made.jurors
    judged(made, {second: [["7,25".replace(",", "."), "3"]]})
    client = enter(first)
    page = address("judge-entry", made, made.codes[0])
    assert "7,25" not in client.get(page).content.decode()
    judged(made, {first: [["9", "4"]]})
    assert texts(client.get(page), "th", scope="row") == ["Giám Khảo 2"]
    assert "7.25" in main_text(client.get(page))


def test_a_conflict_takes_the_work_away(place: SmallProvince, enter: Any) -> None:
    made = jury(place, entries=2)
    client = enter(made.jurors[0])
    code = made.codes[0]
    client.post(address("declare-jury-conflict", made, code), {"reason": "Em gái tôi"})
    assert client.get(address("judge-entry", made, code)).status_code == 404
    assert client.get(address("judged-file", made, code, 1)).status_code == 404
    desk = main_text(client.get(address("jury-desk", made)))
    assert f"{code}: Em gái tôi" in desk
    client.post(address("no-juror-conflict", made))
    assert made.edition.jurors.get(user=made.jurors[0]).declared_at is not None


def test_a_juror_who_has_not_declared_reads_why_no_mark_can_be_given(
    place: SmallProvince, enter: Any
) -> None:
    made = jury(place, entries=1)
    said = "You cannot give marks yet: declare first which works you have a conflict with."
    page, desk = address("judge-entry", made, made.codes[0]), address("jury-desk", made)
    client = enter(made.jurors[0])
    before = client.get(page)
    open_round(edition=made.edition, by=place.officer)
    opened_meanwhile = client.get(page)
    assert (said in main_text(before), said in main_text(opened_meanwhile)) == (True, True)
    assert texts(opened_meanwhile, "a", href=desk)[-1] == "Go to the list of works and declare"
    assert "criterion_1" not in opened_meanwhile.content.decode()
    client.post(address("no-juror-conflict", made))
    declared = client.get(page)
    assert said not in main_text(declared)
    assert "criterion_1" in declared.content.decode()


def test_the_chair_settles_a_tie(place: SmallProvince, enter: Any) -> None:
    made = opened(place, entries=2, jurors=1, tie_rule=TieSettling.CHAIR)
    judged(made, {made.jurors[0]: [["8", "4"], ["8", "4"]]})
    close_round(edition=made.edition, by=place.officer)
    client = enter(made.jurors[0])
    assert "A tie waits for you" in main_text(client.get(address("jury-desk", made)))
    order = f"{made.codes[1]}, {made.codes[0].lower()}"
    client.post(address("settle-jury-tie", made), {"order": order, "reason": "Bố cục chặt hơn"})
    assert TieDecision.objects.get().order == [made.codes[1], made.codes[0]]


def test_another_juror_and_the_office_find_no_desk(place: SmallProvince, enter: Any) -> None:
    made = opened(place)
    names = [
        ("jury-desk",),
        ("judge-entry", made.codes[0]),
        ("judged-file", made.codes[0], 1),
        ("hand-in-marks",),
    ]
    stranger = enter(account(JUROR.code, place.province))
    assert {stranger.get(address(name, made, *more)).status_code for name, *more in names} == {404}
    office = enter(place.officer)
    assert {office.get(address(name, made, *more)).status_code for name, *more in names} == {403}
    own = enter(made.jurors[0])
    answers = [own.get(address(name, made, *more)) for name, *more in names]
    assert {answer.status_code for answer in answers} == {200}
    answers[2].close()


@pytest.mark.parametrize("rows", [1, 3])
def test_the_desk_takes_the_same_number_of_queries(
    place: SmallProvince, enter: Any, rows: int, django_assert_num_queries: Any
) -> None:
    made = opened(place, entries=rows)
    client = enter(made.jurors[0])
    client.get(address("jury-desk", made))
    with django_assert_num_queries(13):
        assert client.get(address("jury-desk", made)).status_code == 200
    with django_assert_num_queries(16):
        assert client.get(address("judge-entry", made, made.codes[0])).status_code == 200


@pytest.mark.parametrize("page", ["people", "households", "units", "roles", "awards"])
def test_somebody_from_outside_who_judges_reads_nothing_else(
    place: SmallProvince, enter: Any, page: str
) -> None:
    made = opened(place)
    juror = enter(made.jurors[0])
    assert juror.get(reverse("juries")).status_code == 200
    assert juror.get(reverse(page)).status_code == 403
    assert enter(place.officer).get(reverse(page)).status_code == 200


def test_every_mark_that_does_not_fit_is_told_at_once(place: SmallProvince, enter: Any) -> None:
    made = opened(place, entries=1)
    said = {"criterion_1": "11", "criterion_2": "abc", "seen_1": "0", "seen_2": "0"}
    answer = enter(made.jurors[0]).post(address("judge-entry", made, made.codes[0]), said)
    assert faults(answer) == [
        "Write a mark from 0 to 10.",
        "Write the number only, without its unit or other words.",
    ]
    assert Mark.objects.count() == 0


@pytest.mark.parametrize(("kind", "name"), [("JPEG", "anh.jpg"), ("PNG", "anh.png")])
def test_a_juror_sees_a_photo_beside_the_marks(
    place: SmallProvince, enter: Any, kind: str, name: str
) -> None:
    made = opened(place, entries=1)
    client, page = enter(made.jurors[0]), address("judge-entry", made, made.codes[0])
    assert elements(client.get(page), "img", class_="paper__picture") == []
    work = made.entries[0].files.get()
    work.bare = bare_file(store_file(data=photo_with_author(kind), name=name, by=None))
    work.save()
    file = address("judged-file", made, made.codes[0], 1)
    shown = client.get(page)
    [picture] = elements(shown, "img", class_="paper__picture")
    assert (picture.attributes["src"], picture.attributes["alt"], picture.attributes["loading"]) == (
        file,
        "Photo 1 of the contest",
        "lazy",
    )
    assert "File 1 of the work" in texts(shown, "a", href=file)
    sent = b"".join(client.get(file).streaming_content)
    assert (b"Ha Thi Kin" in photo_with_author(kind), b"Ha Thi Kin" in sent) == (True, False)


def photo_with_author(kind: str) -> bytes:
    """Return a photo with the name of its author in the camera's notes."""
    notes = Image.Exif()
    notes[0x013B] = "Ha Thi Kin"
    file = BytesIO()
    Image.new("RGB", (8, 4), "red").save(file, kind, exif=notes)
    return file.getvalue()
