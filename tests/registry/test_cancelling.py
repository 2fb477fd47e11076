"""An award is cancelled by a decision; it stays, and what was built on it is listed."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import translation

from tests.factories.histories import award, leader
from tests.factories.movements import SmallProvince
from tests.factories.records import conferral, conferral_content, person
from thidua.registry.actions import (
    RecipientLine,
    cancel_award,
    edit_conferral,
    reinstate_award,
    replace_recipients,
)
from thidua.registry.actions.replace_recipients import present_lines
from thidua.registry.models import Award
from thidua.registry.queries import dependants_of, history_of
from thidua.support.audit.models import AuditEntry
from thidua.support.refusals import NotAllowed, Refused

PAPER = {
    "on": date(2026, 5, 4),
    "reason": "Kê khai không trung thực",
    "decision": "77/QĐ-UBND ngày 04/5/2026",
}


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def test_a_cancelled_award_stays_in_the_history_and_says_why(place: SmallProvince) -> None:
    somebody = person(place)
    row = award(place, somebody, "grassroots_emulation_fighter", 2024, date(2025, 1, 20))
    by = leader(place)
    cancelled = cancel_award(award=row, by=by, **PAPER)
    assert (cancelled.status, cancelled.status_reason, cancelled.status_decision, cancelled.status_on) == (
        *("cancelled", "Kê khai không trung thực"),
        *("77/QĐ-UBND ngày 04/5/2026", date(2026, 5, 4)),
    )
    assert [line.status for line in history_of(somebody).titles] == ["cancelled"]
    with pytest.raises(Refused) as caught:
        cancel_award(award=row, by=by, **PAPER)
    assert caught.value.faults == {
        "": ["This award is cancelled or stripped already. Nothing has been changed."]
    }
    assert AuditEntry.objects.filter(action="registry.award_cancelled").count() == 1
    assert reinstate_award(award=row, reason="Khiếu nại đúng", by=by).status == "active"


@pytest.mark.parametrize("missing", ["reason", "decision"])
def test_a_cancellation_needs_its_reason_and_its_decision(place: SmallProvince, missing: str) -> None:
    row = award(place, person(place), "grassroots_emulation_fighter", 2024, date(2025, 1, 20))
    with pytest.raises(Refused) as caught:
        cancel_award(award=row, by=leader(place), **{**PAPER, missing: " "})
    assert list(caught.value.faults) == [missing]
    row.refresh_from_db()
    assert row.status == "active"


def test_officers_do_not_cancel_awards(place: SmallProvince) -> None:
    row = award(place, person(place), "grassroots_emulation_fighter", 2024, date(2025, 1, 20))
    with pytest.raises(NotAllowed):
        cancel_award(award=row, by=place.officer, **PAPER)
    row.refresh_from_db()
    assert row.status == "active"


def test_later_awards_that_count_the_cancelled_one_are_listed(
    place: SmallProvince, django_assert_num_queries
) -> None:
    somebody, other = person(place), person(place, "Vi Thị Khác")
    before = award(place, somebody, "provincial_emulation_fighter", 2021, date(2022, 3, 1))
    base = award(place, somebody, "grassroots_emulation_fighter", 2024, date(2025, 1, 20))
    fighter = award(place, somebody, "provincial_emulation_fighter", 2025, date(2026, 3, 1))
    award(place, somebody, "advanced_worker", 2025, date(2026, 1, 5))
    award(place, other, "provincial_emulation_fighter", 2025, date(2026, 3, 1))
    base = Award.objects.select_related("conferral").get(pk=base.pk)
    with django_assert_num_queries(1):
        found = dependants_of(base)
    assert [(one.award, one.alternatives) for one in found] == [(fighter, ("pf-2022",))]
    assert before not in {one.award for one in found}
    cancel_award(award=fighter, by=leader(place), **PAPER)
    assert dependants_of(base) == []


def test_a_list_keeps_the_rows_of_the_lines_that_stay(place: SmallProvince) -> None:
    row = conferral(place)
    lines = present_lines(row)
    rows = {award.recipient_name: award.pk for award in row.awards.all()}
    turned = [lines[2], RecipientLine(kind="individual", name="Nông Văn Mới"), lines[0]]
    replace_recipients(conferral=row, recipients=turned, version=1, by=place.officer)
    now = list(row.awards.values_list("ordinal", "recipient_name", "pk"))
    assert [(ordinal, name) for ordinal, name, _pk in now] == [
        (1, "Lương Thị Bình"),
        (2, "Nông Văn Mới"),
        (3, "Trạm Y tế xã Đề Thám"),
    ]
    assert (now[0][2], now[2][2]) == (rows["Lương Thị Bình"], rows["Trạm Y tế xã Đề Thám"])


def test_a_cancelled_award_is_not_dropped_from_its_list(place: SmallProvince) -> None:
    row = conferral(place)
    cancelled = row.awards.get(ordinal=3)
    cancel_award(award=cancelled, by=leader(place), **PAPER)
    lines = present_lines(row)
    with pytest.raises(Refused) as caught:
        replace_recipients(conferral=row, recipients=lines[:2], version=1, by=place.officer)
    assert caught.value.faults == {
        "recipients": ["A cancelled award stays in the list. Put these back: Lương Thị Bình."]
    }
    replace_recipients(conferral=row, recipients=[lines[2], lines[0]], version=1, by=place.officer)
    assert [*row.awards.values_list("ordinal", "status")] == [(1, "cancelled"), (2, "active")]


def test_an_award_code_is_one_of_the_law_book(place: SmallProvince) -> None:
    with pytest.raises(Refused) as caught:
        conferral(place, award_code="best_of_all")
    assert caught.value.faults == {
        "award_code": ["The law book has no such award. Choose one from the list."]
    }


def test_titles_are_given_for_merit_also_when_the_code_is_written_later(place: SmallProvince) -> None:
    row = conferral(place, award_form="Lao động tiên tiến")
    assert {award.commendation_type for award in row.awards.all()} == {""}
    content = conferral_content(award_form="Lao động tiên tiến", award_code="advanced_worker")
    edit_conferral(conferral=row, content=content, version=1, by=place.officer)
    assert {award.commendation_type for award in row.awards.all()} == {"merit"}
