"""The search page: hits in groups, filters, tokens, shareable addresses, and bad input."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from tests.factories.movements import SmallProvince
from tests.factories.register import awarded, decision
from tests.web.reading import main_text, texts
from thidua.registry.enums import AwardStatus, RecipientKind

NAMES = ("Lương Thị Bình", "Lương Thị Bính", "Lương Thị Bích")


def look_for(client: Any, **parts: str) -> Any:
    return client.get(reverse("register"), parts)


def found(response: Any) -> list[str]:
    return [one.award.recipient_name for group in response.context["groups"] for one in group.rows]


def test_the_very_name_stands_first_and_its_words_are_marked(place: SmallProvince, enter: Any) -> None:
    awarded(place.province, "Lương Thị Bình", "Lương Thị Bính", "Trần Thị Lương Bình")
    page = look_for(enter(place.officer), q="Lương Thị Bình")
    assert found(page) == ["Lương Thị Bình", "Lương Thị Bính", "Trần Thị Lương Bình"]
    assert [group.title for group in page.context["groups"]] == [
        "The very name",
        "Names that begin so or have these words",
    ]
    assert texts(page, "mark") == [
        *["Lương", "Thị", "Bình"],
        *["Lương", "Thị", "Bính"],
        "Thị",
        "Lương",
        "Bình",
    ]


def test_a_name_with_signs_of_a_page_is_shown_as_written(place: SmallProvince, enter: Any) -> None:
    awarded(place.province, "Tổ <b>An</b> & Bình")
    page = look_for(enter(place.officer), q="an binh")
    assert "Tổ &lt;b&gt;<mark>An</mark>&lt;/b&gt; &amp; <mark>Bình</mark>" in page.content.decode()


def test_what_is_nearly_alike_stands_apart(place: SmallProvince, enter: Any) -> None:
    awarded(place.province, "Hoàng Văn Thụ")
    page = look_for(enter(place.officer), q="hoang vam thu")
    assert (found(page), [str(one.name) for one in page.context["near"]]) == ([], ["Hoàng Văn Thụ"])
    assert [one.text for one in page.context["spellings"]] == ["Hoàng Văn Thụ"]


def test_tokens_in_the_box_become_a_shareable_address_and_filters_that_can_be_taken_away(
    place: SmallProvince, enter: Any
) -> None:
    awarded(place.province, "Lương Thị Bình", year=2018)
    awarded(place.province, "Lương Thị Bình", year=2021)
    client = enter(place.officer)
    answer = look_for(client, q='binh khen:2018..2019 đối-tượng:"cá nhân"', tu_nam="", hinh_thuc="")
    assert answer["Location"] == reverse("register") + "?q=binh&nam=2018..2019&doi_tuong=individual"
    page = client.get(answer["Location"])
    assert [one.award.year for group in page.context["groups"] for one in group.rows] == [2018]
    assert [(one.label, one.answer) for one in page.context["chips"]] == [
        ("Year", "2018–2019"),
        ("Recipient", "Individual"),
    ]
    assert page.context["chips"][0].without == reverse("register") + "?q=binh&doi_tuong=individual"
    two_fields = look_for(client, q="binh", tu_nam="2018", den_nam="")
    assert two_fields["Location"] == reverse("register") + "?q=binh&nam=2018.."


@pytest.mark.parametrize(
    ("parts", "years"),
    [
        ({"noi": "Đề Thám"}, [2019, 2016]),
        ({"noi": "Đề Thám", "trang_thai": "cancelled"}, [2016]),
        ({"quyet_dinh": "163"}, [2019]),
        ({"doi_tuong": "household"}, [2016]),
        ({"hinh_thuc": "provincial_certificate_of_merit", "nam": "2017.."}, [2020, 2019]),
    ],
)
def test_each_filter_narrows(
    place: SmallProvince, enter: Any, parts: dict[str, str], years: list[int]
) -> None:
    awarded(place.province, "An", paper=decision(place.province, 2019, "163/QĐ-UBND"), place=place.de_tham)
    awarded(
        place.province, "Bình", year=2016, place=place.de_tham, status=AwardStatus.CANCELLED,
        recipient_kind=RecipientKind.HOUSEHOLD,
    )  # fmt: skip
    awarded(place.province, "Cúc", year=2020)
    page = look_for(enter(place.officer), **parts)
    assert [one.award.year for group in page.context["groups"] for one in group.rows] == years


def test_an_unknown_token_says_so_at_the_box_and_the_rest_is_searched(
    place: SmallProvince, enter: Any
) -> None:
    awarded(place.province, "Lương Thị Bình")
    page = look_for(enter(place.officer), q="binh foo:1")
    assert found(page) == ["Lương Thị Bình"]
    assert "“foo:” is not known and was left out." in main_text(page)
    assert 'aria-describedby="register-fault-1 "' in page.content.decode()


@pytest.mark.parametrize("typed", ["a" * 10_000, "?!…", "'; DROP TABLE registry_award; --", "%_%", "«»"])
def test_whatever_is_typed_gets_an_answer(place: SmallProvince, enter: Any, typed: str) -> None:
    awarded(place.province, "Lương Thị Bình")
    client = enter(place.officer)
    assert client.get(reverse("register"), {"q": typed}, follow=True).status_code == 200
    assert client.get(reverse("register-suggestions"), {"q": typed}).status_code == 200


def test_before_anything_is_typed_the_last_decisions_and_examples_that_find_something_stand_there(
    place: SmallProvince, enter: Any
) -> None:
    awarded(place.province, "Lương Thị Bình", "Vi Văn An")
    client = enter(place.officer)
    page = client.get(reverse("register"))
    assert texts(page, "td", data_label="Recipients") == ["2"]
    assert found(client.get(page.context["examples"][0].url)) == ["Vi Văn An"]


def test_when_nothing_fits_less_is_offered(place: SmallProvince, enter: Any) -> None:
    awarded(place.province, "Lương Thị Bình")
    page = look_for(enter(place.officer), q="qqqq wwww", nam="2019")
    assert "No award in the register fits" in main_text(page)
    assert [one.text for one in page.context["fewer"]] == ["qqqq wwww", "qqqq", "wwww"]


def test_who_sees_no_records_of_a_unit_finds_none_of_its_awards(place: SmallProvince, enter: Any) -> None:
    awarded(place.province, "Lương Thị Bình")
    assert found(look_for(enter(place.officer), q="binh")) == ["Lương Thị Bình"]
    assert found(look_for(enter(place.other_clerk), q="binh")) == []
    suggested = enter(place.other_clerk).get(reverse("register-suggestions"), {"q": "luong"})
    assert "Lương" not in suggested.content.decode()


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("luong bi", ["Lương Thị Bình"]),
        ("bình đối-tư", ["bình đối-tượng:"]),
        ("đối-tượng:h", ["đối-tượng:hộ"]),
        ("binh xã:de th", ['binh xã:"Xã Đề Thám"']),
    ],
)
def test_names_tokens_and_their_values_are_suggested(
    place: SmallProvince, enter: Any, typed: str, offered: list[str]
) -> None:
    awarded(place.province, "Lương Thị Bình")
    answer = enter(place.officer).get(reverse("register-suggestions"), {"q": typed})
    assert [one.text for one in answer.context["suggestions"]] == offered


def test_pages_follow_each_other_and_back(place: SmallProvince, enter: Any) -> None:
    awarded(place.province, *(f"Nông Văn An {number}" for number in range(60)))
    client = enter(place.officer)
    first = look_for(client, q="nong van an")
    second = client.get(first.context["next"])
    assert (len(found(first)), len(found(second)), second.context["next"]) == (50, 10, "")
    assert found(client.get(second.context["previous"])) == found(first)


@pytest.mark.parametrize("rows", [1, 3])
def test_a_page_of_hits_costs_the_same_whatever_its_rows(
    place: SmallProvince, enter: Any, rows: int, django_assert_num_queries: Any
) -> None:
    awarded(place.province, *NAMES[:rows], place=place.de_tham)
    client = enter(place.officer)
    look_for(client, q="luong thi")
    with django_assert_num_queries(23):
        page = look_for(client, q="luong thi")
    assert len(found(page)) == rows


@pytest.mark.parametrize("rows", [1, 3])
def test_the_start_costs_the_same_whatever_its_rows(
    place: SmallProvince, enter: Any, rows: int, django_assert_num_queries: Any
) -> None:
    for number in range(rows):
        awarded(place.province, NAMES[number])
    client = enter(place.officer)
    client.get(reverse("register"))
    with django_assert_num_queries(8):
        page = client.get(reverse("register"))
    assert len(page.context["decisions"]) == rows


def test_more_decisions_than_fit_lead_to_the_list_of_all(place: SmallProvince, enter: Any) -> None:
    for year in range(2014, 2020):
        awarded(place.province, f"Người nhận {year}", paper=decision(place.province, year, "163/QĐ-UBND"))
    page = enter(place.officer).get(reverse("register"), {"q": "qđ 163"}, follow=True)
    assert len(page.context["decision_hits"]) == 5
    assert [link for link in texts(page, "a") if link == "All decisions"] == ["All decisions"]


def test_the_words_of_an_award_lead_to_all_who_hold_it(place: SmallProvince, enter: Any) -> None:
    awarded(place.province, "Lương Thị Bình")
    awarded(place.province, "Vi Văn Páo", year=2021)
    page = look_for(enter(place.officer), q="bằng khen")
    ((_name, number, url),) = page.context["awards"]
    assert number == "2"
    assert sorted(found(page.client.get(url))) == ["Lương Thị Bình", "Vi Văn Páo"]
