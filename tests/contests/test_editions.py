"""Prizes and contests: editions, winners by kind."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import translation

from tests.factories.movements import SmallProvince, running_movement
from tests.factories.records import WINNERS, competition, edition
from tests.factories.works import pdf
from thidua.contests.access import competitions_seen_by, editions_seen_by
from thidua.contests.actions import (
    ResultLine,
    create_competition,
    edit_competition,
    edit_edition,
    record_edition,
    replace_results,
)
from thidua.contests.content import CompetitionContent, EditionContent
from thidua.contests.models import Competition, Edition, Result
from thidua.contests.queries import with_counts
from thidua.support.audit.queries import history_of
from thidua.support.edits import EditedMeanwhile
from thidua.support.files.actions import store_file
from thidua.support.refusals import NotAllowed, Refused


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def test_the_address_is_made_of_the_name_and_is_free(place: SmallProvince) -> None:
    names = ["Cuộc thi ảnh đẹp", "Cuộc thi ảnh đẹp", "Cuộc thi: ảnh đẹp!", "***"]
    slugs = [competition(place, name=name).slug for name in names]
    assert slugs == ["cuoc-thi-anh-dep", "cuoc-thi-anh-dep-2", "cuoc-thi-anh-dep-3", "cuoc-thi"]


@pytest.mark.parametrize(
    ("slug", "sentence"),
    [
        ("Có dấu", "Write the address in small letters without marks, with hyphens between words."),
        ("x" * 81, "This has 81 characters; at most 80 fit. Make it shorter."),
        ("giai-thuong", "The address “giai-thuong” is taken. Choose another."),
    ],
)
def test_a_chosen_address_must_be_one_and_be_free(place: SmallProvince, slug: str, sentence: str) -> None:
    competition(place, slug="giai-thuong")
    with pytest.raises(Refused) as caught:
        competition(place, slug=slug)
    assert caught.value.faults == {"slug": [sentence]}


def test_a_competition_needs_a_kind_and_a_name(place: SmallProvince) -> None:
    with pytest.raises(Refused) as caught:
        create_competition(organiser=place.province, kind="race", name=" ", by=place.officer)
    assert caught.value.faults == {
        "kind": ["Choose whether this is a prize or a contest."],
        "name": ["Write the name of the prize or contest."],
    }
    assert not Competition.objects.exists()


def test_a_competition_is_renamed_and_keeps_its_address(place: SmallProvince) -> None:
    row = competition(place, name="Cuộc thi viết")
    content = CompetitionContent(kind="contest", name="Cuộc thi viết về Hoàng Văn Thụ", genre="cuộc thi viết")
    edited = edit_competition(competition=row, content=content, version=1, by=place.officer)
    assert (edited.name, edited.slug, edited.version) == (
        "Cuộc thi viết về Hoàng Văn Thụ",
        "cuoc-thi-viet",
        2,
    )


@pytest.mark.parametrize(
    ("changes", "faults"),
    [
        (
            {"number": 0},
            {"number": ["Editions are counted from 1. Leave it empty if the edition has no number."]},
        ),
        ({"number": 40000}, {"number": ["Write a number from 0 to 32.767."]}),
        ({"year": 19}, {"year": ["Write the year in four digits, for example 2019."]}),
        (
            {"awarded_on": date(2018, 10, 31)},
            {"awarded_on": ["The day of award lies before the year of the edition. Check both."]},
        ),
    ],
)
def test_what_is_wrong_with_an_edition_is_said(
    place: SmallProvince, changes: dict[str, object], faults: dict[str, list[str]]
) -> None:
    with pytest.raises(Refused) as caught:
        edition(place, **changes)
    assert caught.value.faults == faults
    assert not Edition.objects.exists()


@pytest.mark.parametrize("number", [5, None])
def test_an_edition_is_recorded_once(place: SmallProvince, number: int | None) -> None:
    row = edition(place, number=number)
    with pytest.raises(Refused) as caught:
        edition(place, of=row.competition, number=number)
    assert caught.value.faults == {"year": ["This edition is recorded already. Open it and add to it there."]}
    edition(place, of=row.competition, number=6, year=2024, awarded_on=None)
    assert Edition.objects.count() == 2


def test_winners_are_counted_by_kind(place: SmallProvince) -> None:
    edition(place)
    row = with_counts(Edition.objects.all()).get()
    assert (row.winners, row.authors, row.collectives, row.individuals, row.households) == (2, 1, 1, 0, 0)


def test_a_winner_at_fault_names_the_line(place: SmallProvince) -> None:
    wrong = ResultLine(kind="author", name="Hoàng Văn An", work="x" * 301)
    with pytest.raises(Refused) as caught:
        edition(place, results=[*WINNERS, wrong])
    assert caught.value.faults == {
        "results": ["Line 3: Work: This has 301 characters; at most 300 fit. Make it shorter."]
    }


def test_winners_are_replaced_as_one_save_with_both_lists_in_the_log(place: SmallProvince) -> None:
    row = edition(place)
    edited = replace_results(edition=row, results=WINNERS[:1], version=1, by=place.officer)
    assert [*edited.results.values_list("ordinal", "recipient_name")] == [(1, "Hoàng Văn An")]
    assert "collective, Trường THPT Chi Lăng, Giải Nhì" in history_of(row)[0].details
    with pytest.raises(EditedMeanwhile):
        replace_results(edition=row, results=[], version=1, by=place.officer)
    assert Result.objects.count() == 1


def test_an_edition_is_corrected_with_its_movements(place: SmallProvince) -> None:
    movement = running_movement(place)
    row = edition(place)
    content = EditionContent(year=2019, number=5, awarded_on=None)
    edited = edit_edition(edition=row, content=content, movements=[movement], version=1, by=place.officer)
    assert (edited.awarded_on, [*edited.movements.all()], edited.version) == (None, [movement], 2)
    with pytest.raises(EditedMeanwhile):
        edit_edition(edition=row, content=content, movements=[], version=1, by=place.officer)


def test_only_officers_of_the_board_keep_contests(place: SmallProvince) -> None:
    row = edition(place)
    for attempt in (
        lambda by: create_competition(organiser=place.de_tham, kind="prize", name="Giải xã", by=by),
        lambda by: record_edition(competition=row.competition, content=EditionContent(year=2020), by=by),
        lambda by: edit_edition(edition=row, content=EditionContent(year=2020), version=1, by=by),
        lambda by: replace_results(edition=row, results=[], version=1, by=by),
    ):
        with pytest.raises(NotAllowed):
            attempt(place.clerk)
    assert (Edition.objects.get().year, Result.objects.count()) == (2019, 2)


def test_editions_are_seen_with_their_organiser(place: SmallProvince) -> None:
    of_province = edition(place)
    of_commune = edition(place, of=competition(place, organiser=place.de_tham, name="Hội thi xã"))
    assert set(editions_seen_by(place.officer)) == {of_province, of_commune}
    assert set(editions_seen_by(place.clerk)) == {of_commune}
    assert set(competitions_seen_by(place.other_clerk)) == set()


def test_an_edition_names_the_decision_that_was_signed_before_this_system(place: SmallProvince) -> None:
    scan = store_file(data=pdf(), name="QD 2105.pdf", by=place.officer)
    row = edition(
        place,
        decision_number=" 2105/QĐ-UBND ",
        decided_on=date(2019, 10, 28),
        decided_by="Chủ tịch Ủy ban nhân dân tỉnh",
        decision_file=scan,
    )
    assert (row.decision_number, row.decided_on, row.decision_file) == (
        "2105/QĐ-UBND",
        date(2019, 10, 28),
        scan,
    )
    said = EditionContent(year=2019, number=5, decision_number="2106/QĐ-UBND")
    edit_edition(edition=row, content=said, version=row.version, by=place.officer)
    row.refresh_from_db()
    assert (row.decision_number, row.decided_on, row.decision_file) == ("2106/QĐ-UBND", None, scan)


def test_a_decision_has_a_number_and_a_day_that_can_be(place: SmallProvince) -> None:
    for said, faults in (
        (
            {"decided_on": date(2019, 10, 28)},
            {"decision_number": ["Write the number of the decision, or leave the whole decision empty."]},
        ),
        (
            {"decision_number": "1/QĐ", "decided_on": date(2018, 12, 31)},
            {"decided_on": ["The decision lies before the year of the edition. Check both."]},
        ),
        (
            {"decision_number": "1/QĐ", "decided_on": date(2099, 1, 1)},
            {"decided_on": ["This day has not come yet. Write the day on which the decision was signed."]},
        ),
    ):
        with pytest.raises(Refused) as caught:
            edition(place, **said)
        assert caught.value.faults == faults
