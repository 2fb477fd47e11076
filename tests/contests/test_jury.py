"""The jury: marks unseen until one's own are in, conflicts, rounds."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from django.utils import translation

from tests.factories.juries import Jury, judged, judging, jury, mark, opened
from tests.factories.movements import SmallProvince, account
from thidua.accounts.roles import BOARD_OFFICER, JUROR
from thidua.contests.actions import (
    MarkedMeanwhile,
    MarkLine,
    appoint_juror,
    close_round,
    declare_conflict,
    declare_no_other_conflict,
    hand_in_marks,
    open_round,
    record_conflict,
    release_juror,
    save_marks,
    set_judging,
)
from thidua.contests.content import CriterionLine, RoundLine
from thidua.contests.enums import TieSettling
from thidua.contests.models import Mark
from thidua.contests.queries.desk import desk_of, judged_file, others_marks, own_marks
from thidua.contests.queries.progress import progress_of
from thidua.contests.queries.rounds import open_round_of
from thidua.contests.queries.standings import standings_of
from thidua.orgs.actions import grant_role
from thidua.support.audit.models import AuditEntry
from thidua.support.refusals import NotAllowed, Refused


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def said(refused: pytest.ExceptionInfo[Refused]) -> dict[str, list[str]]:
    return {field: [str(one) for one in sentences] for field, sentences in refused.value.faults.items()}


def row(made: Jury, number: int = 0):
    return made.edition.jurors.get(user=made.jurors[number])


def test_everything_wrong_with_the_judging_is_told_at_once(place: SmallProvince) -> None:
    made = jury(place)
    with pytest.raises(Refused) as refused:
        set_judging(
            rules=made.rules,
            content=judging(
                tie_rule=TieSettling.CRITERION,
                criteria=[CriterionLine(name="Nội dung", top=Decimal(0))],
                rounds=[RoundLine(name="Sơ khảo"), RoundLine(name="Chung khảo", going_on=2)],
            ),
            version=made.rules.version,
            by=place.officer,
        )
    assert said(refused) == {
        "criteria": [
            "Top mark and weight of “Nội dung” must be above 0.",
            "Mark exactly one criterion as the one that settles ties.",
        ],
        "rounds": [
            "Write how many entries of each category go on from round “Sơ khảo”, 1 or more.",
            "Nobody goes on from the last round. Leave its number empty.",
        ],
    }


def test_criteria_stay_once_judging_has_begun(place: SmallProvince) -> None:
    made = opened(place)
    made.rules.refresh_from_db()
    with pytest.raises(Refused) as refused:
        set_judging(
            rules=made.rules,
            content=judging(criteria=[CriterionLine(name="Khác", top=Decimal(10))]),
            version=made.rules.version,
            by=place.officer,
        )
    assert said(refused) == {
        "": ["Judging has begun: criteria, rounds and the rule for equal totals stay as they are."]
    }
    assert [one.name for one in made.edition.criteria.all()] == ["Nội dung", "Hình thức"]


def test_who_opens_the_list_of_entrants_cannot_become_or_stay_a_juror(place: SmallProvince) -> None:
    made = opened(place)
    with pytest.raises(Refused) as refused:
        appoint_juror(edition=made.edition, user=place.officer, by=place.officer)
    assert list(said(refused)) == ["user"]
    promoted = made.jurors[0]
    assert mark(made, promoted, made.codes[0], ["8", "4"]) == 2
    grant_role(user=promoted, role=BOARD_OFFICER.code, unit=place.province, by=None)
    with pytest.raises(NotAllowed) as later:
        mark(made, promoted, made.codes[1], ["8", "4"])
    assert said(later) == {
        "": [
            "This account now opens the list of entrants and cannot judge. Ask the administrator for another."
        ]
    }


def test_a_juror_is_appointed_once_and_released_only_without_marks(place: SmallProvince) -> None:
    made = opened(place)
    with pytest.raises(Refused) as twice:
        appoint_juror(edition=made.edition, user=made.jurors[0], by=place.officer)
    assert said(twice) == {"user": ["Giám Khảo 1 is a juror of this edition already."]}
    mark(made, made.jurors[0], made.codes[0], ["8", "4"])
    with pytest.raises(Refused) as marked:
        release_juror(juror=row(made), reason="Bận", by=place.officer)
    assert said(marked) == {
        "": ["This juror has given marks already. Close the round with a reason when marks stay away."]
    }
    release_juror(juror=row(made, 1), reason="Bận", by=place.officer)
    assert [str(one) for one in made.edition.jurors.all()] == ["Giám Khảo 1"]


def test_a_round_opens_only_with_codes_and_a_juror_for_each_category(place: SmallProvince) -> None:
    made = jury(place, jurors=0)
    photographs = made.edition.categories.get(name="Nhiếp ảnh")
    one = account(JUROR.code, place.province)
    appoint_juror(edition=made.edition, user=one, categories=[photographs], by=place.officer)
    with pytest.raises(Refused) as refused:
        open_round(edition=made.edition, by=place.officer)
    assert said(refused) == {"jurors": ["Nobody judges “Văn xuôi”. Appoint jurors first."]}
    declare_no_other_conflict(edition=made.edition, by=one)
    assert desk_of(made.edition.jurors.get()).entries == ()


def test_no_query_of_a_juror_tells_whose_a_work_is(place: SmallProvince) -> None:
    made = opened(place)
    juror, code = row(made), made.codes[0]
    work = made.entries[0]
    secrets = ["Hà Thị Kín", "kin1@example.vn", "0912345678", "Ha Thi Kin", str(place.de_tham)]
    assert (work.authors.get().name, work.email, work.phone) == tuple(secrets[:3])
    assert (work.files.get().file.original_name, str(work.unit)) == ("Ha Thi Kin.pdf", secrets[4])
    with work.files.get().file.content.open("rb") as stream:
        assert b"Ha Thi Kin" in stream.read()

    mark(made, made.jurors[1], code, ["7", "3"])
    desk = desk_of(juror)
    file = judged_file(juror, code, 1)
    assert file is not None
    with file.content.open("rb") as stream:
        content = stream.read()
    current = open_round_of(made.edition)
    assert current is not None
    told = repr(
        (desk, own_marks(juror, current, code), others_marks(juror, current, code), file.original_name)
    )
    assert [one for one in secrets if one in told or one.encode() in content] == []
    assert content.startswith(b"%PDF-")
    assert desk.entries[0].entry.title in told
    logged = AuditEntry.objects.filter(action__startswith="contests.").values_list("details", "subject_name")
    assert [one for one in secrets if one != secrets[4] and one in repr(list(logged))] == []


def test_a_conflict_takes_the_work_from_the_desk_and_its_marks_from_the_count(place: SmallProvince) -> None:
    made = opened(place)
    first, second = made.jurors
    code = made.codes[0]
    mark(made, first, code, ["10", "5"])
    with pytest.raises(Refused) as silent:
        declare_conflict(edition=made.edition, code=code, reason=" ", by=first)
    assert said(silent) == {"reason": ["Write what ties the juror to the work or its authors."]}
    declare_conflict(edition=made.edition, code=code.lower(), reason="Là em gái tác giả", by=first)
    desk = desk_of(row(made))
    assert sorted(one.entry.code for one in desk.entries) == sorted(made.codes[1:])
    assert desk.conflicts == ((code, "Là em gái tác giả"),)
    assert judged_file(row(made), code, 1) is None
    assert judged_file(row(made, 1), code, 1) is not None
    with pytest.raises(NotAllowed) as refused:
        mark(made, first, code, ["9", "5"])
    assert said(refused) == {"": ["A conflict is declared for this entry: you do not judge it."]}
    for other in made.codes[1:]:
        mark(made, first, other, ["5", "5"])
    for other in made.codes:
        mark(made, second, other, ["6", "3"])
    hand_in_marks(edition=made.edition, by=first)
    hand_in_marks(edition=made.edition, by=second)
    standing = standings_of(close_round(edition=made.edition, by=place.officer))[0]
    own = next(one for one in standing.entries if one.code == code)
    assert (own.total, own.round_total.parts[0].conflicted) == (Fraction(15), (str(row(made).pk),))
    assert others_marks(row(made), made.edition.rounds.get(), code) == []


def test_the_office_records_a_conflict_that_a_juror_cannot_see(place: SmallProvince) -> None:
    made = opened(place)
    record_conflict(juror=row(made), entry=made.entries[1], reason="Cùng cơ quan", by=place.officer)
    assert made.codes[1] not in [one.entry.code for one in desk_of(row(made)).entries]
    with pytest.raises(NotAllowed):
        record_conflict(juror=row(made), entry=made.entries[2], reason="x", by=place.clerk)


def test_no_mark_before_conflicts_are_declared(place: SmallProvince) -> None:
    made = jury(place)
    open_round(edition=made.edition, by=place.officer)
    with pytest.raises(Refused) as refused:
        mark(made, made.jurors[0], made.codes[0], ["8", "4"])
    assert said(refused) == {"": ["Say first whether you have a conflict with any of the entries."]}


def test_marks_outside_their_range_are_told_at_their_criterion_and_none_is_stored(
    place: SmallProvince,
) -> None:
    made = opened(place)
    with pytest.raises(Refused) as refused:
        mark(made, made.jurors[0], made.codes[0], ["10.25", "4.125"])
    assert said(refused) == {
        "criterion_1": ["Write a mark from 0 to 10."],
        "criterion_2": ["Write at most 2 decimals."],
    }
    assert Mark.objects.count() == 0


def test_a_mark_saved_from_another_page_is_not_overwritten_unseen(place: SmallProvince) -> None:
    made = opened(place)
    user, code = made.jurors[0], made.codes[0]
    mark(made, user, code, ["8", None])
    old_page = [
        MarkLine(ordinal=1, points=Decimal(6), seen=0),
        MarkLine(ordinal=2, points=Decimal(3), seen=0),
    ]
    with pytest.raises(MarkedMeanwhile) as refused:
        save_marks(edition=made.edition, code=code, marks=old_page, by=user)
    assert said(refused) == {
        "criterion_1": ["You saved 8 from another page meanwhile; here stands 6. Save again to keep this."]
    }
    assert refused.value.versions == {1: 1}
    assert list(Mark.objects.values_list("points", flat=True)) == [Decimal(8)]
    again = [
        MarkLine(ordinal=one.ordinal, points=one.points, seen=refused.value.versions.get(one.ordinal, 0))
        for one in old_page
    ]
    assert save_marks(edition=made.edition, code=code, marks=again, by=user) == 2
    assert list(Mark.objects.order_by("criterion").values_list("points", flat=True)) == [
        Decimal(6),
        Decimal(3),
    ]


def test_others_marks_are_unseen_until_ones_own_are_handed_in(place: SmallProvince) -> None:
    made = opened(place)
    first, second = made.jurors
    code = made.codes[0]
    judged(made, {second: [["7", "3"], ["6", "3"], ["5", "3"]]})
    current = open_round_of(made.edition)
    assert current is not None
    for work in made.codes:
        mark(made, first, work, ["9", "4"])
    assert others_marks(row(made), current, code) == []
    hand_in_marks(edition=made.edition, by=first)
    assert [(one.juror, one.points) for one in others_marks(row(made), current, code)] == [
        ("Giám Khảo 2", (Decimal(7), Decimal(3)))
    ]
    with pytest.raises(Refused) as refused:
        mark(made, first, code, ["1", "1"])
    assert said(refused) == {"": ["Your marks of this round are handed in and stay as they are."]}


def test_marks_are_handed_in_only_in_full(place: SmallProvince) -> None:
    made = opened(place)
    user = made.jurors[0]
    for code in made.codes[:2]:
        mark(made, user, code, ["9", "4"])
    mark(made, user, made.codes[2], ["9", None])
    with pytest.raises(Refused) as refused:
        hand_in_marks(edition=made.edition, by=user)
    assert said(refused) == {"": [f"Marks are still missing (1): {made.codes[2]}. Give them first."]}
    told = {
        str(one.juror): (one.assigned, one.done)
        for one in progress_of(made.edition, open_round_of(made.edition))
    }
    assert told == {"Giám Khảo 1": (3, 2), "Giám Khảo 2": (3, 0)}


def test_a_round_closes_without_a_late_juror_only_with_a_reason(place: SmallProvince) -> None:
    made = opened(place)
    judged(made, {made.jurors[0]: [["9", "4"], ["8", "4"], ["7", "4"]]})
    mark(made, made.jurors[1], made.codes[2], ["10", "5"])
    with pytest.raises(Refused) as refused:
        close_round(edition=made.edition, by=place.officer)
    assert said(refused) == {
        "reason": [
            "Not handed in yet: Giám Khảo 2. Wait for them, or write why the round is closed without them."
        ]
    }
    closed = close_round(edition=made.edition, reason="Giám khảo ốm", by=place.officer)
    standing = standings_of(closed)[0]
    assert [(one.code, one.total) for one in standing.entries] == list(
        zip(made.codes, [Fraction(22), Fraction(20), Fraction(18)], strict=True)
    )


def test_a_round_does_not_close_while_nobodys_marks_count_for_a_work(place: SmallProvince) -> None:
    made = opened(place, jurors=1)
    user = made.jurors[0]
    declare_conflict(edition=made.edition, code=made.codes[0], reason="Con trai", by=user)
    for code in made.codes[1:]:
        mark(made, user, code, ["5", "5"])
    hand_in_marks(edition=made.edition, by=user)
    with pytest.raises(Refused) as refused:
        close_round(edition=made.edition, by=place.officer)
    assert said(refused) == {
        "": [
            f"Nobody's marks count for {made.codes[0]}. Appoint another juror for them, then close the round."
        ]
    }
