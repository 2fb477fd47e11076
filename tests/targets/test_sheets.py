"""A reporting round from opening to locking: what is typed is kept, what is returned says where and why."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from tests.factories.movements import account
from tests.factories.targets import (
    DUE,
    SIX_MONTHS,
    count,
    indicator,
    observed,
    opened,
    plan,
    ratio,
    sheet_of,
    typed,
)
from thidua.accounts.roles import UNIT_OFFICER
from thidua.core.workflow.reporting import REPORTING
from thidua.support.audit.queries import history_of
from thidua.support.refusals import NotAllowed, Refused
from thidua.targets.actions import (
    CellConflict,
    Question,
    accept_sheet,
    attach_evidence,
    lock_round,
    open_round,
    remind,
    reopen_sheet,
    request_reopening,
    return_sheet,
    save_cell,
    submit_sheet,
)
from thidua.targets.enums import ObservationState, SheetState
from thidua.targets.models import Cell, CellFault, Observation, Reminder, ReportingRound, Sheet
from thidua.targets.queries import grid
from thidua.targets.typed import Typed


@pytest.fixture
def budget(place):
    return indicator(place)


@pytest.fixture
def on_time(place):
    return ratio(place)


@pytest.fixture
def round_(place, budget, on_time):
    return opened(place, [budget, on_time])


@pytest.fixture
def sheet(place, round_):
    return sheet_of(round_, place.de_tham)


def submitted(place, sheet, budget, text="12"):
    typed(sheet, budget, text, by=place.clerk)
    return submit_sheet(sheet=sheet, by=place.clerk, blanks_are_intended=True)


def test_a_round_gives_every_unit_its_sheet(place, round_):
    assert [(sheet.unit, sheet.state) for sheet in round_.sheets.order_by("unit_id")] == [
        (place.de_tham, "not_started"),
        (place.hung_son, "not_started"),
    ]
    assert round_.slug == "2019-9t-bao-cao-9-thang-nam-2019"
    assert [asked.indicator.code for asked in round_.round_indicators.all()] == [
        "thu-ngan-sach",
        "ho-so-dung-han",
    ]


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"name": " "}, {"name"}),
        ({"questions": []}, {"indicators"}),
        ({"units": []}, {"units"}),
        ({"due_on": date(2018, 12, 31)}, {"due_on"}),
    ],
)
def test_a_round_without_its_parts_is_refused(place, budget, changes, fields):
    with pytest.raises(Refused) as refused:
        opened(place, [budget], **changes)
    assert set(refused.value.faults) == fields
    assert ReportingRound.objects.count() == 0


def test_a_round_asks_only_units_that_its_officer_may_ask(place, budget):
    from tests.factories.movements import unit
    from thidua.orgs.enums import UnitKind

    stranger = unit("Tỉnh Cao Bằng", UnitKind.PROVINCE, None)
    with pytest.raises(Refused) as refused:
        opened(place, [budget], [place.de_tham, stranger])
    assert "Tỉnh Cao Bằng" in str(refused.value.faults["units"][0])
    with pytest.raises(NotAllowed):
        open_round(
            name="Kỳ",
            period=SIX_MONTHS,
            due_on=DUE,
            questions=[Question(budget)],
            units=[place.de_tham],
            opened_by=place.de_tham,
            by=place.clerk,
        )


def test_what_was_typed_is_kept_even_when_it_cannot_be_read(place, sheet, budget):
    cell = typed(sheet, budget, "1.5", by=place.clerk)
    assert (cell.typed, cell.value, cell.version, cell.saved_by) == ("1.5", None, 1, place.clerk)
    cell = typed(sheet, budget, " trên\u00a05.027 ", by=place.clerk)
    assert (cell.typed, cell.value, cell.comparator, cell.version) == (
        "trên 5.027",
        Decimal(5027),
        "above",
        2,
    )
    sheet.refresh_from_db()
    assert sheet.state == SheetState.DRAFT
    assert [entry.action for entry in history_of(cell)] == ["targets.cell_saved"] * 2


def test_saving_the_same_again_writes_nothing(place, sheet, budget):
    first = typed(sheet, budget, "5027", by=place.clerk)
    again = save_cell(sheet=sheet, indicator=budget, typed=Typed("5027"), version=0, by=place.clerk)
    assert (again.pk, again.version) == (first.pk, 1)


def test_the_second_of_two_officers_sees_both_values(place, sheet, budget):
    other = account(UNIT_OFFICER.code, place.de_tham, "Nông Văn Hai")
    typed(sheet, budget, "5.027", by=place.clerk)
    with pytest.raises(CellConflict) as conflict:
        save_cell(sheet=sheet, indicator=budget, typed=Typed("5.030"), version=0, by=other)
    assert (conflict.value.theirs.typed, conflict.value.yours.value) == ("5.027", "5.030")
    sentence = str(conflict.value.faults["typed"][0])
    assert all(part in sentence for part in ("Lương Văn Đề", "5.027", "5.030"))
    assert Cell.objects.get().typed == "5.027"
    kept = save_cell(
        sheet=sheet, indicator=budget, typed=Typed("5.030"), version=conflict.value.theirs.version, by=other
    )
    assert (kept.typed, kept.version, kept.saved_by) == ("5.030", 2, other)


def test_only_its_own_officers_fill_in_a_sheet(place, sheet, budget):
    with pytest.raises(NotAllowed):
        typed(sheet, budget, "5027", by=place.other_clerk)
    with pytest.raises(NotAllowed):
        submit_sheet(sheet=sheet, by=place.other_clerk)
    assert Cell.objects.count() == 0


def test_a_round_does_not_take_what_it_does_not_ask(place, sheet):
    stranger = count(place)
    with pytest.raises(Refused):
        typed(sheet, stranger, "3", by=place.clerk)
    assert Cell.objects.count() == 0


def test_errors_blanks_and_open_questions_stop_a_submission_each_at_its_place(place, sheet, budget, on_time):
    observed(place, budget, place.de_tham, 10, period=SIX_MONTHS)
    typed(sheet, budget, "31", by=place.clerk)
    typed(sheet, on_time, by=place.clerk, numerator="11", denominator="10")
    with pytest.raises(Refused) as refused:
        submit_sheet(sheet=sheet, by=place.clerk)
    assert set(refused.value.faults) == {f"reason-{budget.pk}", f"cell-{on_time.pk}"}
    typed(sheet, on_time, by=place.clerk)
    with pytest.raises(Refused) as refused:
        submit_sheet(sheet=sheet, by=place.clerk, reasons={budget.pk: "Thu từ cửa khẩu"})
    assert set(refused.value.faults) == {"blanks_are_intended"}
    done = submit_sheet(
        sheet=sheet, by=place.clerk, reasons={budget.pk: "Thu từ cửa khẩu"}, blanks_are_intended=True
    )
    assert (done.state, done.submitted_by, done.blanks_are_intended) == ("submitted", place.clerk, True)
    assert Cell.objects.get(indicator=budget).confirmed == "Thu từ cửa khẩu"


def test_a_new_value_drops_the_reason_given_for_the_old_one(place, sheet, budget):
    typed(sheet, budget, "31", by=place.clerk, confirmed="Thu từ cửa khẩu")
    assert typed(sheet, budget, "32", by=place.clerk).confirmed == ""


def test_what_is_optional_may_be_left_empty_without_a_word(place, budget, on_time):
    round_ = opened(place, [], questions=[Question(budget), Question(on_time, is_compulsory=False)])
    sheet = sheet_of(round_, place.de_tham)
    typed(sheet, budget, "12", by=place.clerk)
    assert submit_sheet(sheet=sheet, by=place.clerk).state == "submitted"


def test_a_thousand_typed_with_a_comma_is_asked_about(place, sheet, budget):
    plan(place, budget, place.de_tham, 5452)
    typed(sheet, budget, "5,027", by=place.clerk)
    row = grid(sheet_of(sheet.round, place.de_tham)).rows[0]
    assert [finding.code for finding in row.findings] == ["thousands_lost"]
    assert "5.027" in row.questions[0]
    assert "5.452" in row.questions[0]


def test_a_submitted_sheet_is_not_typed_into(place, sheet, budget):
    submitted(place, sheet, budget)
    with pytest.raises(Refused):
        typed(sheet, budget, "13", by=place.clerk)
    assert Cell.objects.get().typed == "12"


def test_a_return_names_every_cell_at_once_and_waits_for_each(place, sheet, budget, on_time):
    submitted(place, sheet, budget)
    reasons = {budget.pk: "Chưa khớp số của Kho bạc", on_time.pk: "Thiếu số hồ sơ"}
    with pytest.raises(Refused) as refused:
        return_sheet(sheet=sheet, reasons={budget.pk: " "}, by=place.officer)
    assert set(refused.value.faults) == {"reasons"}
    returned = return_sheet(sheet=sheet, reasons=reasons, message="Sửa trước 10/10", by=place.officer)
    assert (returned.state, returned.return_reason) == ("returned", "Sửa trước 10/10")
    rows = grid(returned).rows
    assert [[fault.reason for fault in row.open_faults] for row in rows] == [
        [reason] for reason in reasons.values()
    ]
    with pytest.raises(Refused) as refused:
        submit_sheet(sheet=sheet, by=place.clerk, blanks_are_intended=True)
    assert set(refused.value.faults) == {f"cell-{budget.pk}", f"cell-{on_time.pk}"}
    typed(sheet, budget, "14", by=place.clerk)
    # A figure may stand when the note says why.
    typed(sheet, on_time, by=place.clerk, note="Trong kỳ không có hồ sơ")
    assert CellFault.objects.filter(settled_at=None).count() == 0
    sheet.refresh_from_db()
    assert sheet.state == "returned"
    assert submit_sheet(sheet=sheet, by=place.clerk, blanks_are_intended=True).state == "submitted"


def test_a_unit_returns_and_accepts_nothing(place, sheet, budget):
    submitted(place, sheet, budget)
    for act in (
        lambda: return_sheet(sheet=sheet, reasons={budget.pk: "x"}, by=place.clerk),
        lambda: accept_sheet(sheet=sheet, by=place.clerk),
        lambda: lock_round(round_=sheet.round, by=place.clerk),
        lambda: reopen_sheet(sheet=sheet, reason="x", by=place.clerk),
        lambda: remind(round_=sheet.round, by=place.clerk),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert Observation.objects.count() == 0


def test_acceptance_turns_cells_into_figures_with_their_trace(place, sheet, budget, on_time):
    typed(
        sheet, on_time, by=place.clerk, numerator="12.422", denominator="12.537", note="Theo phần mềm một cửa"
    )
    submitted(place, sheet, budget, "khoảng 12")
    done = accept_sheet(sheet=sheet, by=place.officer)
    assert (done.state, done.accepted_by) == ("accepted", place.officer)
    first, second = Observation.objects.order_by("indicator__code")
    assert (first.numerator, first.denominator, first.value) == (12422, 12537, Decimal("99.0827"))
    assert (first.note, first.source, first.entered_by, first.accepted_by) == (
        "Theo phần mềm một cửa",
        "Sở Tài chính",
        place.clerk,
        place.officer,
    )
    assert (second.value, second.comparator, second.sheet, second.as_of) == (
        12,
        "about",
        sheet,
        date(2019, 9, 30),
    )


def test_a_reopened_sheet_replaces_withdraws_and_repeats_nothing(place, sheet, budget, on_time):
    typed(sheet, on_time, "90%", by=place.clerk)
    submitted(place, sheet, budget)
    accept_sheet(sheet=sheet, by=place.officer)
    with pytest.raises(Refused):
        reopen_sheet(sheet=sheet, reason=" ", by=place.officer)
    opened_again = reopen_sheet(sheet=sheet, reason="Kho bạc đính chính", by=place.officer)
    assert (opened_again.state, opened_again.reopen_reason, opened_again.accepted_at) == (
        "draft",
        "Kho bạc đính chính",
        None,
    )
    assert Observation.objects.filter(state=ObservationState.ACCEPTED).count() == 2
    typed(sheet, budget, "13", by=place.clerk)
    typed(sheet, on_time, "", by=place.clerk)
    submit_sheet(sheet=sheet, by=place.clerk, blanks_are_intended=True)
    accept_sheet(sheet=sheet, by=place.officer)
    states = {
        (row.indicator, row.value): row.state for row in Observation.objects.select_related("indicator")
    }
    assert states == {
        (budget, Decimal(12)): "superseded",
        (budget, Decimal(13)): "accepted",
        (on_time, Decimal(90)): "withdrawn",
    }
    reopen_sheet(sheet=sheet, reason="Xem lại", by=place.officer)
    submit_sheet(sheet=sheet, by=place.clerk, blanks_are_intended=True)
    accept_sheet(sheet=sheet, by=place.officer)
    assert Observation.objects.count() == 3


def test_a_unit_asks_for_its_accepted_sheet_back(place, sheet, budget):
    with pytest.raises(Refused):
        request_reopening(sheet=sheet, reason="Sai số", by=place.clerk)
    submitted(place, sheet, budget)
    accept_sheet(sheet=sheet, by=place.officer)
    asked = request_reopening(sheet=sheet, reason="Kho bạc đính chính", by=place.clerk)
    assert (asked.state, asked.reopen_request) == ("accepted", "Kho bạc đính chính")
    assert reopen_sheet(sheet=sheet, reason="Đồng ý", by=place.officer).reopen_request == ""


def test_a_round_is_locked_once_nothing_waits(place, round_, sheet, budget):
    submitted(place, sheet, budget)
    with pytest.raises(Refused) as refused:
        lock_round(round_=round_, by=place.officer)
    assert "Xã Đề Thám" in str(refused.value)
    accept_sheet(sheet=sheet, by=place.officer)
    assert lock_round(round_=round_, by=place.officer).state == "locked"
    assert set(Sheet.objects.values_list("state", flat=True)) == {"locked"}
    with pytest.raises(Refused):
        typed(sheet_of(round_, place.hung_son), budget, "3", by=place.other_clerk)


def test_a_sheet_of_a_locked_round_is_locked_again_with_its_acceptance(place, round_, sheet, budget):
    submitted(place, sheet, budget)
    accept_sheet(sheet=sheet, by=place.officer)
    lock_round(round_=round_, by=place.officer)
    reopen_sheet(sheet=sheet, reason="Đính chính", by=place.officer)
    typed(sheet, budget, "15", by=place.clerk)
    submit_sheet(sheet=sheet, by=place.clerk, blanks_are_intended=True)
    assert accept_sheet(sheet=sheet, by=place.officer).state == "locked"


def test_one_reminder_goes_to_every_unit_that_is_missing(place, round_, sheet, budget):
    submitted(place, sheet, budget)
    remind(round_=round_, message="Hạn 05/10", by=place.officer)
    assert [(one.sheet.unit, one.message) for one in Reminder.objects.select_related("sheet__unit")] == [
        (place.hung_son, "Hạn 05/10")
    ]
    typed(sheet_of(round_, place.hung_son), budget, "3", by=place.other_clerk)
    submit_sheet(sheet=sheet_of(round_, place.hung_son), by=place.other_clerk, blanks_are_intended=True)
    with pytest.raises(Refused):
        remind(round_=round_, by=place.officer)


def test_a_return_does_not_make_a_unit_late(place, sheet, budget):
    typed(sheet, budget, "12", by=place.clerk)
    on_the_day = datetime(2019, 10, 5, 16, 0, tzinfo=UTC)
    submit_sheet(sheet=sheet, by=place.clerk, blanks_are_intended=True, at=on_the_day)
    return_sheet(sheet=sheet, reasons={budget.pk: "Xem lại"}, by=place.officer)
    typed(sheet, budget, "13", by=place.clerk)
    again = submit_sheet(sheet=sheet, by=place.clerk, blanks_are_intended=True)
    assert (again.first_submitted_on, again.submitted_at.year) == (date(2019, 10, 5), timezone.now().year)
    with pytest.raises(Refused):
        accept_sheet(sheet=sheet, by=place.officer, at=timezone.now() + timedelta(days=1))


def test_a_paper_lies_beside_its_figure(place, sheet, budget):
    paper = b"%PDF-1.4 quyet toan"
    with pytest.raises(Refused):
        attach_evidence(sheet=sheet, indicator=budget, data=paper, name="so-lieu.pdf", by=place.clerk)
    typed(sheet, budget, "12", by=place.clerk)
    cell = attach_evidence(sheet=sheet, indicator=budget, data=paper, name="so-lieu.pdf", by=place.clerk)
    assert cell.evidence.original_name == "so-lieu.pdf"
    submit_sheet(sheet=sheet, by=place.clerk, blanks_are_intended=True)
    accept_sheet(sheet=sheet, by=place.officer)
    assert Observation.objects.get().evidence == cell.evidence


def test_every_right_of_the_flow_is_a_right():
    from thidua.accounts.rights import Right

    assert {move.right for move in REPORTING.moves} <= {right.value for right in Right}
    assert {state.value for state in REPORTING.states} == set(SheetState.values)
