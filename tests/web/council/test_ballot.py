"""The ballot in a member's hand, in English so that the sentences can be read here."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape
from importlib import import_module
from urllib.parse import urlencode

import pytest
import time_machine
from django.apps import apps
from django.test import Client, RequestFactory
from django.utils import translation
from django.views.debug import ExceptionReporter

from tests.factories.council import SmallCouncil, opened
from tests.factories.movements import account
from thidua.accounts.models import User
from thidua.accounts.roles import COUNCIL_MEMBER
from thidua.council.actions import cast_ballot, close_session, declare_conflict
from thidua.council.models import ItemResult, SealedBallot, Session, Voted
from thidua.web.shell.worklist import work_of
from thidua.web.workspace.council.views.ballot import page

Enter = Callable[[User], Client]
YES, NO = "yes....", "no....."  # as the form sends them


def ballot(session: Session) -> str:
    return f"/en/lam-viec/hoi-dong/phien/{session.pk}/phieu"


def text(response) -> str:
    main = re.search(r"<main.*?</main>", response.content.decode(), re.S)
    assert main is not None
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", main.group())))


def ticked(response) -> list[str]:
    """Return the names and values of the answers that are chosen on the page."""
    inputs = [one for one in re.findall(r"<input[^>]*>", response.content.decode()) if "checked" in one]
    found = [re.search(r'name="([^"]+)" value="([^"]+)"', one) for one in inputs]
    return [f"{one.group(1)}={one.group(2)}" for one in found if one is not None]


def test_nothing_is_chosen_beforehand_and_all_answers_look_alike(council: SmallCouncil, as_: Enter) -> None:
    session, (item,) = opened(council)

    page = as_(council.user(2)).get(ballot(session))

    assert ticked(page) == []
    assert re.findall(rf'name="item_{item.pk}" value="([\w.]+)"', page.content.decode()) == [
        YES,
        NO,
        "abstain",
    ]
    assert "Ballot NOT sent" in text(page)


def test_what_was_chosen_is_kept_when_an_answer_is_missing(council: SmallCouncil, as_: Enter) -> None:
    session, (first, second) = opened(council, "secret", "secret")

    page = as_(council.user(2)).post(ballot(session), {f"item_{first.pk}": NO, "lam": "xem"})

    assert ticked(page) == [f"item_{first.pk}={NO}"]
    assert f"Choose an answer for “{second.nomination}”." in text(page)
    assert Voted.objects.count() == 0


def test_the_check_page_sends_nothing_and_going_back_keeps_the_answers(
    council: SmallCouncil, as_: Enter
) -> None:
    session, (item,) = opened(council)
    client = as_(council.user(2))

    page = client.post(ballot(session), {f"item_{item.pk}": NO, "lam": "xem"})

    assert f'<input type="hidden" name="item_{item.pk}" value="{NO}">' in page.content.decode()
    assert "Ballot NOT sent" in text(page)
    assert "no-store" in page["Cache-Control"]
    assert (Voted.objects.count(), SealedBallot.objects.count()) == (0, 0)
    assert ticked(client.post(ballot(session), {f"item_{item.pk}": NO, "lam": "sua"})) == [
        f"item_{item.pk}={NO}"
    ]


def test_a_cast_ballot_gives_a_receipt_that_is_found_after_the_closing(
    council: SmallCouncil, as_: Enter
) -> None:
    session, (item,) = opened(council)
    client = as_(council.user(2))

    page = client.post(ballot(session), {f"item_{item.pk}": "yes", "lam": "gui"})
    code = re.search(r"Code of your receipt ([\w -]+?) Session", text(page)).group(1)  # type: ignore[union-attr]
    close_session(session=session, by=council.secretary, reason="Hết giờ")

    assert "no-store" in page["Cache-Control"]
    address = f"/en/lam-viec/hoi-dong/phien/{session.pk}/bien-nhan"
    assert "Your ballot was counted" in text(client.post(address, {"code": code}))
    assert "No counted ballot has this receipt" in text(client.post(address, {"code": "AAAA-BBBB-CCCC-DDDD"}))


def test_the_length_of_what_is_sent_tells_nothing_of_the_answers(council: SmallCouncil, as_: Enter) -> None:
    """Web servers log how long a request was, and whoever watches the line sees it through the encryption."""
    session, (item,) = opened(council)
    page = as_(council.user(2)).get(ballot(session)).content.decode()
    answers = re.findall(rf'name="item_{item.pk}" value="([^"]+)"', page)

    sent = [urlencode({f"item_{item.pk}": answer, "lam": "xem"}) for answer in answers]
    checked = [
        as_(council.user(2)).post(ballot(session), {f"item_{item.pk}": answer, "lam": "xem"})
        for answer in answers
    ]
    kept = [re.search(rf'name="item_{item.pk}" value="([^"]+)"', one.content.decode()) for one in checked]

    assert [one.group(1) for one in kept if one] == answers
    assert len(set(answers)) == 3
    assert len({len(one) for one in sent}) == 1


@pytest.mark.parametrize(("answer", "passed"), [(YES, True), (NO, False), ("abstain", False)])
def test_each_answer_is_counted_as_it_was_given(
    council: SmallCouncil, as_: Enter, answer: str, passed: bool
) -> None:
    session, (item,) = opened(council)
    for number in range(3):
        as_(council.user(number)).post(ballot(session), {f"item_{item.pk}": answer, "lam": "gui"})
    close_session(session=session, by=council.secretary)

    result = ItemResult.objects.get(item=item)
    counted = {YES: result.yes, NO: result.no, "abstain": result.abstained}
    assert (counted, result.passed) == ({YES: 0, NO: 0, "abstain": 0} | {answer: 3}, passed)


def test_a_second_answer_is_told_in_a_sentence_and_changes_nothing(council: SmallCouncil, as_: Enter) -> None:
    session, (item,) = opened(council)
    client = as_(council.user(2))
    client.post(ballot(session), {f"item_{item.pk}": "yes", "lam": "gui"})

    page = client.post(ballot(session), {f"item_{item.pk}": "no", "lam": "gui"})

    assert "Your vote is in" in text(page)
    assert "A vote counts once and does not change." in text(page)
    assert (Voted.objects.count(), SealedBallot.objects.count()) == (1, 1)


def test_a_late_answer_is_told_the_time_and_is_not_taken(council: SmallCouncil, as_: Enter) -> None:
    session, (item,) = opened(council)
    with time_machine.travel(session.closes_at + timedelta(minutes=1)):
        page = as_(council.user(2)).post(ballot(session), {f"item_{item.pk}": "yes", "lam": "gui"})

    assert "Ballot NOT sent" in text(page)
    assert "no vote is taken any more" in text(page)
    assert Voted.objects.count() == 0


def test_a_recused_item_shows_only_why(council: SmallCouncil, as_: Enter) -> None:
    session, (item, _other) = opened(council, "secret", "secret")
    nomination = item.nomination
    nomination.report = "Báo cáo thành tích rất dài"
    nomination.save()
    declare_conflict(item=item, explanation="Chị gái", by=council.user(2))
    client = as_(council.user(2))

    page = client.get(ballot(session))
    file = f"/en/lam-viec/hoi-dong/phien/{session.pk}/muc/{item.pk}"

    assert f'name="item_{item.pk}"' not in page.content.decode()
    assert "Chị gái" in text(page)
    assert "Báo cáo thành tích rất dài" not in text(client.get(file))
    assert "Báo cáo thành tích rất dài" in text(as_(council.user(1)).get(file))


def test_a_stranger_gets_the_same_answer_whether_or_not_there_is_a_session(
    council: SmallCouncil, as_: Enter
) -> None:
    session, (item,) = opened(council)
    stranger = account(COUNCIL_MEMBER.code, council.unit, "Người Lạ")
    client = as_(stranger)
    there, nowhere = session.pk, session.pk + 1000

    for part in ("", "/phieu", "/bien-nhan", f"/muc/{item.pk}"):
        hidden = client.get(f"/en/lam-viec/hoi-dong/phien/{there}{part}")
        missing = client.get(f"/en/lam-viec/hoi-dong/phien/{nowhere}{part}")
        assert (hidden.status_code, text(hidden)) == (403, text(missing))
        assert missing.status_code == 403
    assert as_(council.user(2)).get(ballot(session)).status_code == 200


def test_votes_are_told_to_nobody_while_the_session_is_open(council: SmallCouncil, as_: Enter) -> None:
    session, (item,) = opened(council)
    for number in range(2):
        cast_ballot(session=session.pk, choices={item.pk: "yes"}, by=council.user(number))
    address = f"/en/lam-viec/hoi-dong/phien/{session.pk}"

    before = text(as_(council.secretary).get(address))
    close_session(session=session, by=council.secretary, reason="Hết giờ")

    assert "2, of them 0 in writing" in before
    assert "agree;" not in before
    assert "2 of 3 agree; at least 3 were needed." in text(as_(council.user(2)).get(address))


def test_the_work_list_names_the_ballot_until_it_is_cast_and_the_session_to_close(
    council: SmallCouncil,
) -> None:
    session, (item,) = opened(council)
    member = council.user(2)

    with translation.override("vi"):
        mine, theirs = work_of(member), work_of(council.secretary)
    assert [one.url for one in mine] == [f"/lam-viec/hoi-dong/phien/{session.pk}/phieu"]
    assert f"/lam-viec/hoi-dong/phien/{session.pk}" in [one.url for one in theirs]
    cast_ballot(session=session.pk, choices={item.pk: "yes"}, by=member)
    assert work_of(member) == []


@pytest.mark.parametrize("items", [1, 3])
def test_the_ballot_reads_a_fixed_number_of_times(
    council: SmallCouncil, as_: Enter, items: int, django_assert_num_queries
) -> None:
    session, _items = opened(council, *["secret"] * items)
    client = as_(council.user(2))

    with django_assert_num_queries(12):
        assert client.get(ballot(session)).status_code == 200


def test_one_answer_is_given_to_the_others_only_after_a_look_through(
    council: SmallCouncil, as_: Enter
) -> None:
    session, items = opened(council, *["secret"] * 4)
    client = as_(council.user(2))
    sent = {f"item_{items[0].pk}": NO, "lam": "dien"}

    asked = client.post(ballot(session), sent)
    filled = client.post(ballot(session), sent | {"rest": YES})

    assert "Choose which answer the others are to get." in text(asked)
    assert ticked(asked) == [f"item_{items[0].pk}={NO}"]
    assert "3 nominees without an answer have one now. Nothing is sent yet" in text(filled)
    assert ticked(filled) == [f"item_{items[0].pk}={NO}", *(f"item_{item.pk}={YES}" for item in items[1:])]
    assert (Voted.objects.count(), SealedBallot.objects.count()) == (0, 0)


def test_the_guide_is_put_away_without_losing_an_answer(council: SmallCouncil, as_: Enter) -> None:
    session, (item,) = opened(council)
    client = as_(council.user(2))
    assert "I have read this" in text(client.get(ballot(session)))

    page = client.post(ballot(session), {f"item_{item.pk}": NO, "lam": "da-doc"})

    assert ticked(page) == [f"item_{item.pk}={NO}"]
    later = text(client.get(ballot(session)))
    assert ("I have read this" in text(page), "I have read this" in later) == (False, False)
    assert "How to vote" in later


def test_a_trial_ballot_says_that_it_is_one_and_leaves_nothing_behind(
    council: SmallCouncil, as_: Enter
) -> None:
    opened(council)
    client = as_(council.user(2))
    address = "/en/lam-viec/hoi-dong/phieu-thu"
    client.get(address)
    answers = {"thu_1": "yes", "thu_2": "no", "thu_3": "abstain"}

    def rows() -> dict[str, int]:
        return {model.__name__: model.objects.count() for model in apps.get_models()}

    before = rows()
    pages = [
        text(client.post(address, sent))
        for sent in ({"lam": "xem"}, answers | {"lam": "xem"}, answers | {"lam": "gui"})
    ]

    assert rows() == before
    assert ["It counts nowhere, nothing of it is kept" in page for page in pages] == [True] * 3
    assert "Choose an answer for “Invented nominee A”." in pages[0]
    assert "Does not agree" in pages[1]
    assert "TRIAL – no real code" in pages[2]


def test_pages_of_a_ballot_are_stored_by_no_browser(council: SmallCouncil, as_: Enter) -> None:
    session, (item,) = opened(council)
    client = as_(council.user(2))
    sent = {f"item_{item.pk}": "no"}
    steps: list[dict[str, str]] = [{"lam": "sua"}, {"lam": "xem"}, {"lam": "gui"}, {"lam": "gui"}]

    answers = [client.get(ballot(session)), *(client.post(ballot(session), sent | step) for step in steps)]

    assert ["no-store" in answer["Cache-Control"] for answer in answers] == [True] * 5


def test_a_fault_in_the_middle_of_a_vote_is_reported_without_the_choices(
    council: SmallCouncil, as_: Enter, monkeypatch: pytest.MonkeyPatch, rf: RequestFactory
) -> None:
    """What would be mailed to the administrators holds every local variable and everything that was sent."""
    session, (item,) = opened(council)

    def break_down(*args: object, **kwargs: object) -> None:
        raise RuntimeError("đĩa đầy")

    monkeypatch.setattr(import_module("thidua.council.actions.cast_ballot"), "record", break_down)
    request = rf.post(ballot(session), {f"item_{item.pk}": "abstain", "lam": "gui"})
    request.user = council.user(2)
    with pytest.raises(RuntimeError) as fault:
        page(request, session.pk)

    reporter = ExceptionReporter(request, fault.type, fault.value, fault.tb)
    told = reporter.get_traceback_text()

    assert "đĩa đầy" in told
    assert f"item_{item.pk}" in told
    assert "'abstain'" not in told
    assert (Voted.objects.count(), SealedBallot.objects.count()) == (0, 0)
