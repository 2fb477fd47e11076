"""The queue of pairs, a pair with both histories, its answer, and the way back."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from tests.factories.movements import SmallProvince
from tests.registry.identities.test_candidates import book
from tests.web.reading import main_text, texts
from thidua.orgs.models import Person
from thidua.registry.actions import decide_identity, find_identities
from thidua.registry.models import Award, IdentityCandidate, IdentityMerge

NAMES = (
    ("Hoàng Văn Thụ", "HOANG VAN THU", 1975, "Xã Đề Thám"),
    ("Nông Thị Bích", "NONG THI BICH", 1980, "Xã Hùng Sơn"),
    ("Lý A Sùng", "LY A SUNG", 1991, "Xã Tri Phương"),
)


def pairs(place: SmallProvince, count: int) -> list[IdentityCandidate]:
    """Return that many pairs, the most useful first."""
    for year, spelling in ((2014, 0), (2015, 1)):
        book(place, *((one[spelling], one[2], one[3]) for one in NAMES[:count]), year=year)
    find_identities(by=place.officer)
    return list(IdentityCandidate.objects.all())


def address(row: IdentityCandidate) -> str:
    return reverse("identity", args=[row.pk])


@pytest.mark.parametrize("count", [1, 3])
def test_the_queue_costs_the_same_whatever_its_rows(
    place: SmallProvince, enter: Any, count: int, django_assert_num_queries: Any
) -> None:
    pairs(place, count)
    client = enter(place.officer)
    client.get(reverse("identities"))
    with django_assert_num_queries(7):
        page = client.get(reverse("identities"))
    assert len(texts(page, "tbody th")) in {0, count}


@pytest.mark.parametrize("count", [1, 3])
def test_a_pair_costs_the_same_whatever_the_queue(
    place: SmallProvince, enter: Any, count: int, django_assert_num_queries: Any
) -> None:
    row = pairs(place, count)[0]
    client = enter(place.officer)
    client.get(address(row))
    with django_assert_num_queries(11):
        client.get(address(row))


def test_a_pair_says_what_agrees_and_shows_both_histories(place: SmallProvince, enter: Any) -> None:
    [row] = pairs(place, 1)
    page = enter(place.officer).get(address(row))
    told = main_text(page)
    assert "Pair 1 of 1" in told
    assert "the same name, apart from marks" in told
    assert "the same year of birth" in told
    assert "decision 2014/QĐ" in told
    assert "decision 2015/QĐ" in told
    assert texts(page, "tbody")[1].split()[0] == "2014"


def test_one_person_leads_to_the_next_pair(place: SmallProvince, enter: Any) -> None:
    first, second, _third = pairs(place, 3)
    page = enter(place.officer).post(address(first), {"answer": "same", "reason": "Cùng sổ"}, follow=True)
    assert page.redirect_chain == [(address(second), 302)]
    assert f"{first}: one person from now on." in texts(page, "p")
    assert Award.objects.filter(person=Person.objects.get()).count() == 2
    assert IdentityMerge.objects.get().reason == "Cùng sổ"


def test_the_filters_go_along_from_pair_to_pair(place: SmallProvince, enter: Any) -> None:
    pairs(place, 3)
    client = enter(place.officer)
    row = IdentityCandidate.objects.get(search_text__contains="bich")
    page = client.get(address(row) + "?ten=bich")
    assert "Pair 1 of 1" in main_text(page)
    after = client.post(address(row) + "?ten=bich", {"answer": "different"})
    assert after["Location"] == reverse("identities") + "?ten=bich"


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("ten=sung", 1),
        ("don_vi=de+tham", 1),
        ("muc=chac", None),
        ("trang_thai=different", 0),
        ("ten=khong", 0),
    ],
)
def test_the_queue_is_narrowed(place: SmallProvince, enter: Any, query: str, count: int | None) -> None:
    pairs(place, 3)
    page = enter(place.officer).get(reverse("identities") + "?" + query)
    wanted = IdentityCandidate.objects.filter(probability__gte=0.95).count() if count is None else count
    assert len(page.context["table"].rows) == wanted


def test_not_the_same_leaves_the_queue_and_comes_back_when_the_answer_is_taken_back(
    place: SmallProvince, enter: Any
) -> None:
    [row] = pairs(place, 1)
    client = enter(place.officer)
    page = client.post(address(row), {"answer": "different"}, follow=True)
    assert page.redirect_chain == [(reverse("identities"), 302)]
    assert "No pair waits for an answer." in main_text(page)
    page = client.post(reverse("undo-identity"), follow=True)
    assert page.redirect_chain == [(address(row), 302)]
    row.refresh_from_db()
    assert (row.answer, row.answered_by) == ("open", None)


def test_one_person_is_taken_back_with_all_it_led_to(place: SmallProvince, enter: Any) -> None:
    [row] = pairs(place, 1)
    client = enter(place.officer)
    client.post(address(row), {"answer": "same"})
    assert Person.objects.count() == 1
    client.post(reverse("undo-identity"))
    assert Person.objects.count() == 0
    assert Award.objects.filter(person__isnull=False).count() == 0


def test_without_an_own_answer_there_is_nothing_to_take_back(place: SmallProvince, enter: Any) -> None:
    page = enter(place.officer).post(reverse("undo-identity"), follow=True)
    assert "There is no answer of yours to take back." in texts(page, "p")


def test_a_pair_answered_meanwhile_says_so(place: SmallProvince, enter: Any) -> None:
    [row] = pairs(place, 1)
    decide_identity(candidate=row, answer="different", by=place.officer)
    page = enter(place.officer).post(address(row), {"answer": "same"})
    assert "This pair has been answered meanwhile. Take that answer back first." in main_text(page)
    assert Person.objects.count() == 0


def test_a_button_that_does_not_exist_is_refused(place: SmallProvince, enter: Any) -> None:
    [row] = pairs(place, 1)
    page = enter(place.officer).post(address(row), {"answer": "maybe"})
    assert "Say whether they are one person." in main_text(page)


def test_a_merger_is_separated_from_its_list(place: SmallProvince, enter: Any) -> None:
    [row] = pairs(place, 1)
    client = enter(place.officer)
    client.post(address(row), {"answer": "same"})
    merge = IdentityMerge.objects.get()
    assert "Hoàng Văn Thụ" in main_text(client.get(reverse("merged-persons")))
    where = reverse("unmerge-persons", args=[merge.pk])
    assert "Separate" in main_text(client.get(where))
    page = client.post(where, {"reason": "Hai người khác nhau"}, follow=True)
    assert page.redirect_chain == [(reverse("merged-persons"), 302)]
    merge.refresh_from_db()
    assert merge.undone_reason == "Hai người khác nhau"
    assert Person.objects.count() == 0


def test_the_page_of_a_merged_person_leads_to_the_one_they_became(place: SmallProvince, enter: Any) -> None:
    from tests.factories.records import person
    from thidua.registry.actions import merge_persons

    keep, other = person(place, "Hoàng Văn Thụ"), person(place, "HOANG VAN THU")
    merge_persons(keep=keep, merge=other, by=place.officer)
    client = enter(place.officer)
    page = client.get(reverse("person", args=[other.pk]), follow=True)
    assert page.redirect_chain == [(reverse("person", args=[keep.pk]), 302)]
    assert "Also written HOANG VAN THU" in main_text(page)
    page = client.get(reverse("person-history", args=[other.pk]), follow=True)
    assert page.redirect_chain == [(reverse("person-history", args=[keep.pk]), 302)]
    assert "Also written: HOANG VAN THU" in main_text(page)


@pytest.mark.parametrize("name", ["identities", "merged-persons"])
def test_who_keeps_no_awards_sees_no_list(place: SmallProvince, enter: Any, name: str) -> None:
    pairs(place, 1)
    assert enter(place.clerk).get(reverse(name)).status_code == 403
    assert enter(place.officer).get(reverse(name)).status_code == 200


def test_who_keeps_no_awards_answers_nothing(place: SmallProvince, enter: Any) -> None:
    [row] = pairs(place, 1)
    client = enter(place.clerk)
    assert client.get(address(row)).status_code == 403
    assert client.post(address(row), {"answer": "same"}).status_code == 403
    assert client.post(reverse("undo-identity")).status_code == 403
    assert Person.objects.count() == 0
