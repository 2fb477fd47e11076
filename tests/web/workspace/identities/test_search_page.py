"""Looking for people who stand there twice, from the page."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories.movements import SmallProvince, account
from tests.registry.identities.test_candidates import BARE, THU, book
from tests.web.reading import main_text, texts
from thidua.accounts.roles import UNIT_OFFICER
from thidua.registry.actions import start_identity_search
from thidua.registry.enums import SearchState
from thidua.registry.models import IdentityCandidate, IdentitySearch
from thidua.web.workspace.identities import background

PAGE = "identity-search"


def test_a_press_begins_one_run_whose_pairs_stand_in_the_queue(
    place: SmallProvince, enter: Any, django_capture_on_commit_callbacks: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    book(place, THU)
    book(place, BARE, year=2016)
    client = enter(place.officer)
    with django_capture_on_commit_callbacks() as waiting:
        client.post(reverse("start-identity-search"))
    assert len(waiting) == 1
    [run] = IdentitySearch.objects.all()
    assert texts(client.get(reverse(PAGE)), "h2", id="search-heading") == ["The search is under way"]

    client.post(reverse("start-identity-search"))
    assert IdentitySearch.objects.count() == 1

    background.run(run, place.officer, "en")  # what the thread does
    text = main_text(client.get(reverse(PAGE)))
    assert "0 persons and 2 awards that are nobody's yet" in text
    assert "1 pairs wait for an answer, 1 of them new" in text
    assert IdentityCandidate.objects.count() == 1


def test_a_run_that_was_killed_is_told_and_begun_again(place: SmallProvince, enter: Any) -> None:
    start_identity_search(by=place.officer)
    IdentitySearch.objects.update(alive_at=timezone.now() - timedelta(minutes=4))
    client = enter(place.officer)
    assert "The last search came to no end." in main_text(client.get(reverse(PAGE)))
    client.post(reverse("start-identity-search"))
    states = list(IdentitySearch.objects.order_by("pk").values_list("state", flat=True))
    assert states == [SearchState.FAILED, SearchState.RUNNING]


def test_the_page_says_how_good_the_pairs_are(place: SmallProvince, enter: Any) -> None:
    text = main_text(enter(place.officer).get(reverse(PAGE)))
    assert "at least 98.3% of the pairs offered were one person" in text.replace("\xa0", "")


def test_who_keeps_no_awards_neither_sees_nor_begins_a_run(place: SmallProvince, enter: Any) -> None:
    client = enter(account(UNIT_OFFICER.code, place.de_tham))
    assert client.get(reverse(PAGE)).status_code == 403
    assert client.post(reverse("start-identity-search")).status_code == 403
    assert IdentitySearch.objects.count() == 0
