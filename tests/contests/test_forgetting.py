"""How to reach entrants is erased a year after the results; works, authors and results stay."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine

from tests.factories.juries import JUDGED, judged, opened
from tests.factories.movements import SmallProvince
from thidua.contests.actions import close_round, publish_results, reveal
from thidua.contests.actions.forget_entrants import entrants_to_forget, forget_entrants
from thidua.contests.models import Edition, Entry
from thidua.support.audit.models import AuditEntry
from thidua.support.refusals import Refused


def published(place: SmallProvince) -> Edition:
    made = opened(place)
    judged(made, {user: [["9", "4"], ["8", "4"], ["7", "3"]] for user in made.jurors})
    close_round(edition=made.edition, by=place.officer)
    reveal(edition=made.edition, by=place.officer)
    made.edition.refresh_from_db()
    return publish_results(edition=made.edition, version=made.edition.version, by=place.officer)


def test_phones_and_addresses_go_a_year_after_the_results_and_nothing_else(place: SmallProvince) -> None:
    with time_machine.travel(JUDGED, tick=False):
        edition = published(place)
        unfinished = opened(place)
    day = JUDGED.date() + timedelta(days=365)
    assert entrants_to_forget(day) == 0
    assert entrants_to_forget(day + timedelta(days=1)) == 3
    with time_machine.travel(JUDGED + timedelta(days=366), tick=False):
        with pytest.raises(Refused):
            forget_entrants(reason=" ", by=None)
        assert forget_entrants(reason="Hết thời hạn lưu", by=place.other_clerk) == 0
        assert forget_entrants(reason="Hết thời hạn lưu", by=None) == 3
        assert forget_entrants(reason="Hết thời hạn lưu", by=None) == 0
    over = Entry.objects.filter(category__edition=edition)
    assert set(over.values_list("phone", "email")) == {("", "")}
    assert sorted(over.values_list("title", "authors__name")) == [
        (f"Tác phẩm {number}", "Hà Thị Kín") for number in (1, 2, 3)
    ]
    assert edition.results.count() == 3
    waiting = Entry.objects.filter(category__edition=unfinished.edition)
    assert sorted(waiting.values_list("email", flat=True)) == [
        f"kin{number}@example.vn" for number in (1, 2, 3)
    ]
    told = AuditEntry.objects.get(action="contests.entrants_forgotten")
    assert told.details == '{"entries":3,"reason":"Hết thời hạn lưu"}'


def test_nothing_is_due_while_nothing_is_published(place: SmallProvince) -> None:
    opened(place)
    assert entrants_to_forget(date(2099, 1, 1)) == 0
