"""What the marks come to: severity, rounds, ties, the reveal, results."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from django.utils import translation

from tests.factories.juries import Jury, judged, mark, opened
from tests.factories.movements import SmallProvince
from thidua.contests.actions import (
    close_round,
    hand_in_marks,
    open_round,
    publish_results,
    reveal,
    settle_tie,
    withdraw_entry,
)
from thidua.contests.content import RoundLine
from thidua.contests.enums import TieSettling
from thidua.contests.models import Result
from thidua.contests.queries.desk import desk_of
from thidua.contests.queries.progress import progress_of
from thidua.contests.queries.proposed import proposed_results
from thidua.contests.queries.standings import standings_of
from thidua.support.audit.models import AuditEntry
from thidua.support.edits import EditedMeanwhile
from thidua.support.refusals import NotAllowed, Refused


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def said(refused: pytest.ExceptionInfo[Refused]) -> dict[str, list[str]]:
    return {field: [str(one) for one in sentences] for field, sentences in refused.value.faults.items()}


def row(made: Jury, number: int = 0):
    return made.edition.jurors.get(user=made.jurors[number])


def test_severity_stands_beside_raw_totals_and_moves_no_place(place: SmallProvince) -> None:
    made = opened(place)
    first, second = made.jurors
    judged(
        made,
        {first: [["10", "5"], ["8", "4"], ["6", "4"]], second: [["8", "4"], ["6", "3"], ["4", "3"]]},
    )
    (standing,) = standings_of(close_round(edition=made.edition, by=place.officer))
    assert [(one.code, one.total, one.corrected.corrected) for one in standing.entries] == [
        (made.codes[0], Fraction(45, 2), Fraction(45, 2)),
        (made.codes[1], Fraction(35, 2), Fraction(35, 2)),
        (made.codes[2], Fraction(27, 2), Fraction(27, 2)),
    ]
    assert [(one.difference, one.shared) for one in standing.severities] == [
        (Fraction(5, 2), 3),
        (Fraction(-5, 2), 3),
    ]


def test_who_goes_on_is_judged_again_and_both_rounds_count_by_their_weight(place: SmallProvince) -> None:
    made = opened(
        place,
        jurors=1,
        rounds=[
            RoundLine(name="Sơ khảo", going_on=2, weight=Decimal(1)),
            RoundLine(name="Chung khảo", weight=Decimal(2)),
        ],
    )
    user = made.jurors[0]
    judged(made, {user: [["9", "4"], ["2", "1"], ["8", "4"]]})
    first = close_round(edition=made.edition, by=place.officer)
    assert [(one.code, one.goes_on) for one in standings_of(first)[0].entries] == [
        (made.codes[0], True),
        (made.codes[2], True),
        (made.codes[1], False),
    ]
    open_round(edition=made.edition, by=place.officer)
    with pytest.raises(Refused) as refused:
        mark(made, user, made.codes[1], ["9", "5"])
    assert said(refused) == {"": ["This entry is not in the round that is open."]}
    mark(made, user, made.codes[0], ["5", "5"])
    mark(made, user, made.codes[2], ["10", "5"])
    hand_in_marks(edition=made.edition, by=user)
    final = close_round(edition=made.edition, by=place.officer)
    (standing,) = standings_of(final)
    assert [(one.code, one.total, one.award.prize if one.award else None) for one in standing.entries] == [
        (made.codes[2], Fraction(20 + 2 * 25), "Giải A"),
        (made.codes[0], Fraction(22 + 2 * 15), "Giải B"),
    ]


def test_equal_totals_share_the_place_and_the_prize(place: SmallProvince) -> None:
    made = opened(place, jurors=1)
    judged(made, {made.jurors[0]: [["8", "4"], ["8", "4"], ["6", "4"]]})
    (standing,) = standings_of(close_round(edition=made.edition, by=place.officer))
    assert [(one.place.place, one.award.prize) for one in standing.entries] == [
        (1, "Giải A"),
        (1, "Giải A"),
        (3, "Giải B"),
    ]
    assert standing.unsettled == (tuple(sorted(made.codes[:2])),)


def test_a_criterion_settles_equal_totals_where_the_rules_say_so(place: SmallProvince) -> None:
    made = opened(place, jurors=1, tie_rule=TieSettling.CRITERION)
    judged(made, {made.jurors[0]: [["8", "4"], ["9", "2"], ["6", "4"]]})
    (standing,) = standings_of(close_round(edition=made.edition, by=place.officer))
    assert [(one.code, one.place.place, one.total) for one in standing.entries[:2]] == [
        (made.codes[1], 1, Fraction(20)),
        (made.codes[0], 2, Fraction(20)),
    ]


def test_the_chair_settles_a_tie_with_a_reason_before_the_codes_are_opened(place: SmallProvince) -> None:
    made = opened(place, tie_rule=TieSettling.CHAIR)
    chair, other = made.jurors
    rows = [["8", "4"], ["8", "4"], ["6", "4"]]
    judged(made, {chair: rows, other: rows})
    close_round(edition=made.edition, by=place.officer)
    tied = sorted(made.codes[:2])
    with pytest.raises(Refused) as open_tie:
        reveal(edition=made.edition, by=place.officer)
    assert said(open_tie) == {"": [f"The chair has to settle first: {tied[0]} = {tied[1]}."]}
    with pytest.raises(NotAllowed):
        settle_tie(edition=made.edition, order=tied, reason="x", by=other)
    with pytest.raises(Refused) as strangers:
        settle_tie(edition=made.edition, order=[made.codes[2]], reason="x", by=chair)
    assert list(said(strangers)) == ["order"]
    settle_tie(edition=made.edition, order=tied[::-1], reason="Bố cục chặt hơn", by=chair)
    (standing,) = standings_of(made.edition.rounds.get())
    assert [(one.code, one.place.place) for one in standing.entries[:2]] == [(tied[1], 1), (tied[0], 2)]
    reveal(edition=made.edition, by=place.officer)
    with pytest.raises(Refused) as late:
        settle_tie(edition=made.edition, order=tied, reason="x", by=chair)
    assert said(late) == {"": ["Ties are settled after the last round and before the codes are opened."]}


def test_codes_open_after_the_last_round_once_and_the_log_says_who_did_it(place: SmallProvince) -> None:
    made = opened(place, jurors=1)
    with pytest.raises(Refused) as early:
        reveal(edition=made.edition, by=place.officer)
    assert said(early) == {"": ["Codes are opened after the last round is closed."]}
    judged(made, {made.jurors[0]: [["9", "4"], ["8", "4"], ["7", "4"]]})
    close_round(edition=made.edition, by=place.officer)
    assert proposed_results(made.edition) == []
    with pytest.raises(NotAllowed):
        reveal(edition=made.edition, by=made.jurors[0])
    rules = reveal(edition=made.edition, by=place.officer)
    logged = AuditEntry.objects.get(action="contests.revealed")
    assert (rules.revealed_by, logged.actor_name) == (place.officer, place.officer.get_full_name())
    with pytest.raises(Refused) as again:
        reveal(edition=made.edition, by=place.officer)
    assert said(again) == {"": ["The codes of this edition have been opened already."]}


def test_results_follow_the_places_with_works_and_authors(place: SmallProvince) -> None:
    made = opened(place, jurors=1)
    judged(made, {made.jurors[0]: [["5", "4"], ["9", "4"], ["7", "4"]]})
    close_round(edition=made.edition, by=place.officer)
    with pytest.raises(Refused) as early:
        publish_results(edition=made.edition, version=made.edition.version, by=place.officer)
    assert said(early) == {"": ["Open the codes first: results are published with names."]}
    reveal(edition=made.edition, by=place.officer)
    made.edition.refresh_from_db()
    with pytest.raises(EditedMeanwhile):
        publish_results(edition=made.edition, version=99, by=place.officer)
    publish_results(edition=made.edition, version=made.edition.version, by=place.officer)
    assert list(
        Result.objects.order_by("ordinal").values_list("prize", "work", "recipient_name", "entry")
    ) == [
        ("Giải A", "Tác phẩm 2", "Hà Thị Kín", made.entries[1].pk),
        ("Giải B", "Tác phẩm 3", "Hà Thị Kín", made.entries[2].pk),
        ("Giải B", "Tác phẩm 1", "Hà Thị Kín", made.entries[0].pk),
    ]
    made.rules.refresh_from_db()
    assert made.rules.results_published_at is not None


def test_a_withdrawn_entry_leaves_the_round_and_the_count(place: SmallProvince) -> None:
    made = opened(place, jurors=1)
    withdraw_entry(entry=made.entries[0], reason="Tác giả xin rút", by=place.officer)
    user = made.jurors[0]
    for code in made.codes[1:]:
        mark(made, user, code, ["5", "5"])
    hand_in_marks(edition=made.edition, by=user)
    (standing,) = standings_of(close_round(edition=made.edition, by=place.officer))
    assert sorted(one.code for one in standing.entries) == sorted(made.codes[1:])


@pytest.mark.parametrize("entries", [1, 3])
def test_the_desk_and_the_standing_take_the_same_number_of_queries(
    place: SmallProvince, entries: int, django_assert_num_queries
) -> None:
    made = opened(place, entries=entries)
    rows = [["9", "4"]] * entries
    judged(made, dict.fromkeys(made.jurors, rows))
    juror = row(made)
    with django_assert_num_queries(9):
        assert len(desk_of(juror).entries) == entries
    closed = close_round(edition=made.edition, by=place.officer)
    with django_assert_num_queries(13):
        assert len(standings_of(closed)[0].entries) == entries
    with django_assert_num_queries(7):
        assert [one.done for one in progress_of(made.edition, closed)] == [entries, entries]
