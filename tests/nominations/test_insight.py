"""Copied reports, nominees side by side, and the shares of a list."""

from __future__ import annotations

import pytest

from tests.factories import nominations as make
from thidua.nominations import actions
from thidua.nominations.models import Nomination
from thidua.nominations.queries import alarms_of, compare, copied_from, shares_of, shares_of_lines
from thidua.support.refusals import NotAllowed

REPORT = (
    "Trong năm 2025 tôi đã trực tiếp vận động bốn mươi tám hộ gia đình góp đất, góp công để mở rộng con đường "
    "vào thôn dài hai cây số, bảo đảm cho học sinh đến trường trong mùa mưa lũ. Kết quả cuối năm thôn không còn hộ "
    "nghèo, mọi nhà đều có nước sạch và điện lưới."
)
OWN = "Gia đình tôi trồng rừng từ năm 2003, đến nay có mười hai héc ta hồi và quế cho thu hoạch đều hằng năm."


def test_a_passage_taken_from_another_report_is_told_with_its_places(at):
    source = make.submitted(at, make.nominee("Hà Văn A", report=f"{OWN} {REPORT}"))
    copy = make.only(
        make.submitted(at, make.nominee("Lý Văn B", report=f"Tôi xin báo cáo. {REPORT.upper()}"))
    )

    [found] = copied_from(copy)

    assert (found.other.dossier, found.alarms, found.overlap.share) == (source, True, 93)
    [passage] = found.overlap.passages
    assert copy.report[passage.first_start : passage.first_end] == REPORT.upper().rstrip(".")
    assert found.other.report[passage.second_start : passage.second_end] == REPORT.rstrip(".")


def test_reports_of_ones_own_are_no_copies(at):
    person = make.person()
    make.submitted(at, make.nominee("Lương Thị Bình", report=REPORT, person=person))
    again = make.only(make.submitted(at, make.nominee("Lương Thị Bình", report=REPORT, person=person)))

    assert copied_from(again) == []


def test_reports_that_share_nothing_alarm_nobody(at):
    make.submitted(at, make.nominee("Hà Văn A", report=OWN))
    other = make.submitted(at, make.nominee("Lý Văn B", report=REPORT))

    assert alarms_of(list(other.nominations.all())) == {}


def test_four_nominees_stand_side_by_side_and_a_fifth_does_not(at):
    dossier = make.received(at, *[make.nominee(f"Hà Văn {letter}") for letter in "ABCDE"])
    rows = list(dossier.nominations.all())
    with pytest.raises(ValueError, match="at most 4"):
        compare(rows, dossier.received_on)

    found = compare(rows[:4], dossier.received_on)

    assert [column.nomination.recipient_name for column in found] == [
        "Hà Văn A",
        "Hà Văn B",
        "Hà Văn C",
        "Hà Văn D",
    ]
    assert [(column.papers, column.report_words, len(column.grades)) for column in found] == [(0, 13, 5)] * 4


def test_shares_leave_out_those_of_whom_nobody_said_anything(at):
    dossier = make.draft(
        at,
        make.nominee(woman=True, direct_worker=True),
        make.nominee(woman=False, direct_worker=None),
        make.nominee(woman=None, direct_worker=None),
        make.nominee(kind="household", post_then=""),
    )
    actions.set_share_aim(year=2025, measure="women", percent=40, source="Kế hoạch 12/KH", by=at.leader)
    actions.list_remote_unit(unit=at.place.district, first_year=2021, source="QĐ 861/QĐ-TTg", by=at.leader)

    shares = {share.measure: share for share in shares_of(dossier.nominations.all(), 2025)}

    women = shares["women"]
    assert (women.now.count, women.now.base, women.now.unknown, women.now.percent) == (1, 3, 1, 50)
    assert (women.aim, women.last_year) == (40, None)
    assert shares["direct_workers"].now.percent == 100
    assert shares["households"].now.percent == 25
    assert shares["remote"].now.percent == 100


def test_last_year_is_what_was_granted_then(at):
    make.decided(
        at, make.nominee(counting_year=2024, woman=True), make.nominee(counting_year=2024, woman=False)
    )
    make.draft(at, make.nominee(counting_year=2024, woman=True))

    shares = {share.measure: share for share in shares_of_lines([make.nominee(woman=False)], 2025)}

    assert shares["women"].last_year.percent == 50
    assert shares["women"].now.percent == 0


def test_an_aim_is_set_by_leaders_only(at):
    with pytest.raises(NotAllowed):
        actions.set_share_aim(year=2025, measure="women", percent=40, source="Kế hoạch", by=at.officer)


def test_last_years_dossier_is_copied_without_its_achievements(at):
    dossier = make.submitted(at, make.nominee("Hà Văn A", report=REPORT), counting_year=2024)

    copy = actions.copy_from_last_year(dossier=dossier, counting_year=2025, by=at.clerk)

    row = make.only(copy)
    assert (copy.state, copy.letter_number, copy.evidence.count()) == ("draft", "", 0)
    assert (row.recipient_name, row.post_then, row.achievement, row.report, row.counting_year) == (
        "Hà Văn A",
        "Trưởng thôn",
        "",
        "",
        2025,
    )
    assert Nomination.objects.get(dossier=dossier).report == REPORT
