"""Figures follow their records, say what stands behind them, and carry the marks of what is no fact."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.factories.reports import AS_OF, confer, family, observe, role_model
from tests.factories.reports import person as make_person
from thidua.contributions.actions import receive_gift, reverse_receipt
from thidua.contributions.content import GiftContent
from thidua.contributions.models import Drive, Gift
from thidua.core.periods import Period
from thidua.movements.models import Event, Milestone, Movement, Registration
from thidua.registry.models import Award
from thidua.reports.content.draft import without_no_break_spaces
from thidua.reports.queries.draft import assemble
from thidua.reports.queries.trace import UnknownFigure, trace
from thidua.support.provenance import Provenance
from thidua.targets.models import Indicator, Observation, Plan


def text_of(place, name: str) -> str:
    return without_no_break_spaces(trace(place.report, name).text)


def correct(place, value: str) -> Observation:
    """Replace the budget figure of 2019 as a correction does: a new row, the old one superseded."""
    indicator, unit = place.indicators["budget_revenue"], place.unit("province")
    old = Observation.objects.get(indicator=indicator, ends_on=date(2019, 9, 30))
    Observation.objects.filter(pk=old.pk).update(state="superseded")
    new = observe(indicator, unit, value, place.leader, source="Báo cáo đính chính")
    Observation.objects.filter(pk=old.pk).update(replaced_by=new)
    return new


def test_a_figure_tells_all_that_stands_behind_it(place):
    figure = trace(place.report, "indicator.budget_revenue.share_of_plan")
    plan = Plan.objects.get()
    value = Observation.objects.get(indicator=plan.indicator, ends_on=date(2019, 9, 30))
    assert figure.value.quantize(Decimal("0.001")) == Decimal("92.205")
    assert figure.unit == "%"
    assert figure.basis == "kế hoạch năm 2019, dự toán"
    assert figure.period == Period(date(2019, 1, 1), date(2019, 9, 30))
    assert figure.as_of == date(2019, 9, 30)
    assert figure.source == "Báo cáo tổng kết năm 2019"
    assert figure.accepted_by == "Nguyễn Văn Soạn"
    assert figure.accepted_at == value.accepted_at
    assert [(row.model, row.pk) for row in figure.rows] == [
        ("targets.observation", str(value.pk)),
        ("targets.plan", str(plan.pk)),
    ]


def test_one_changed_observation_changes_the_figure_its_percentages_and_the_trace(place):
    before = trace(place.report, "indicator.budget_revenue.value")
    new = correct(place, "5100")
    after = trace(place.report, "indicator.budget_revenue.value")
    assert text_of(place, "indicator.budget_revenue.value") == "5.100 tỷ đồng"
    assert text_of(place, "indicator.budget_revenue.share_of_plan") == "đạt 93,5% so với dự toán"
    ratio = text_of(place, "indicator.budget_revenue.ratio_to_same_period")
    assert ratio == "bằng 138,3% so với cùng kỳ năm 2018"
    assert (after.accepted_by, after.source) == ("Hoàng Thị Trưởng", "Báo cáo đính chính")
    assert [row.pk for row in after.rows] == [str(new.pk), before.rows[0].pk]
    assert without_no_break_spaces(after.rows[1].label) == "giá trị trước đó: 5.027 tỷ đồng"


def test_a_percentage_of_test_data_inherits_the_mark_and_the_value_does_not(place):
    marks = {
        aspect: trace(place.report, f"indicator.budget_revenue.{aspect}").provenance
        for aspect in ("value", "plan", "share_of_plan", "ratio_to_same_period")
    }
    assert marks == {
        "value": Provenance.REPORTED,
        "plan": Provenance.TEST,
        "share_of_plan": Provenance.TEST,
        "ratio_to_same_period": Provenance.TEST,
    }


def test_a_plan_with_its_own_decision_takes_the_mark_away(place):
    Plan.objects.update(provenance=Provenance.RECORDED, document="Nghị quyết 45/NQ-HĐND")
    figure = trace(place.report, "indicator.budget_revenue.share_of_plan")
    assert figure.provenance == Provenance.REPORTED
    assert figure.basis == "kế hoạch năm 2019, dự toán (Nghị quyết 45/NQ-HĐND)"


def test_without_a_plan_the_share_is_not_said_and_the_sentence_closes_up(place):
    Plan.objects.all().delete()
    printed = without_no_break_spaces(assemble(place.report).paragraph("economy").plain)
    assert "được 5.027 tỷ đồng, bằng 136,3% so với cùng kỳ năm 2018." in printed


def test_a_lower_bound_has_no_percentage(place):
    Observation.objects.filter(ends_on=date(2019, 9, 30), value=5027).update(comparator="above")
    assert text_of(place, "indicator.budget_revenue.value") == "trên 5.027 tỷ đồng"
    assert trace(place.report, "indicator.budget_revenue.share_of_plan").is_missing


def test_a_rate_with_its_two_integers_says_what_it_is_counted_on(place):
    Observation.objects.filter(value=Decimal("99.08")).update(numerator=12422, denominator=12537)
    printed = without_no_break_spaces(assemble(place.report).paragraph("administrative_reform").plain)
    assert "đạt 99,08% trên tổng số hồ sơ tiếp nhận (12.422/12.537)." in printed


def test_the_figure_of_the_very_period_wins_over_a_later_one(place):
    later = {"ends_on": AS_OF, "as_of": AS_OF, "provenance": Provenance.ILLUSTRATIVE}
    observe(place.indicators["budget_revenue"], place.unit("province"), "5500", **later)
    assert text_of(place, "indicator.budget_revenue.value") == "5.027 tỷ đồng"


def test_an_unknown_place_is_no_figure(place):
    with pytest.raises(UnknownFigure):
        trace(place.report, "indicator.gold.value")


def test_counts_of_recipients_are_reported_while_their_names_are_illustrative(place):
    figure = trace(place.report, "awards.list")
    assert figure.provenance == Provenance.REPORTED
    assert [(part.text, part.value) for part in figure.parts] == [
        ("27 tập thể", 27),
        ("24 cá nhân", 24),
        ("02 gia đình", 2),
    ]
    assert {row.provenance for row in figure.rows[1:]} == {Provenance.ILLUSTRATIVE}
    assert "53" in figure.remark


def test_a_known_decision_is_printed_with_number_and_date(place):
    decided = {"decision_number": "163/QĐ-UBND", "decision_date": date(2019, 10, 25)}
    confer(place.unit("people"), place.peak, {"individual": 3}, **decided)
    assert text_of(place, "awards.list").endswith(
        "cho 03 cá nhân (Quyết định số 163/QĐ-UBND ngày 25/10/2019)"
    )


def test_invented_rows_never_mix_with_real_ones(place):
    drive = Drive.objects.get()
    invented = {"drive": drive, "as_of": AS_OF, "donor_kind": "many", "provenance": Provenance.ILLUSTRATIVE}
    Gift.objects.create(kind="money", amount=Decimal(5_000_000_000), **invented)
    Gift.objects.create(kind="labour", amount=Decimal(1200), **invented)
    assert text_of(place, "gifts.money") == "trên 20 tỷ đồng"
    labour = trace(place.report, "gifts.labour")
    assert (without_no_break_spaces(labour.text), labour.provenance) == (
        "1.200 ngày công",
        Provenance.ILLUSTRATIVE,
    )


def test_somebody_who_did_not_agree_is_counted_and_not_named(place):
    who = make_person("Nông Văn Kín")
    role_model(who, place.special, place.unit("province"), consent="unknown", deed="hiến kế")
    figure = trace(place.report, "role_models.people")
    assert figure.text.endswith("; và 01 cá nhân khác không nêu tên")
    assert text_of(place, "role_models.people_count") == "05 cá nhân"
    assert "Nông Văn Kín" not in str(figure)
    assert "hiến kế" not in str(figure)


def test_a_land_donor_who_did_not_agree_is_counted_and_not_named(place):
    Gift.objects.filter(household__head__full_name="Vi Thanh Liêm").update(consent="refused")
    figure = trace(place.report, "gifts.land_donors")
    assert figure.text == (
        "gia đình ông Lương Hồng Chắn, thôn Nà Pẻo, xã Bắc Lãng, huyện Đình Lập; và 01 gia đình khác không nêu tên"
    )
    assert "Vi Thanh Liêm" not in str(figure)


def test_land_areas_are_summed_as_a_lower_bound_while_one_is_unknown(place):
    assert trace(place.report, "gifts.land").is_missing
    liem = Gift.objects.filter(household__head__full_name="Vi Thanh Liêm")
    liem.update(amount=Decimal(500))
    assert text_of(place, "gifts.land") == "trên 500 m²"
    Gift.objects.filter(household__head__full_name="Lương Hồng Chắn").update(amount=Decimal(300))
    assert text_of(place, "gifts.land") == "800 m²"


def test_a_gift_whose_receipt_was_taken_back_leaves_the_figures(place):
    household = family("Nông Văn Kín", place.unit("province"), "Nà Pẻo")
    given = {"as_of": AS_OF, "received_on": AS_OF, "consent": "refused", "household": household}
    content = GiftContent(kind="land", donor_kind="household", amount=Decimal(500), **given)
    receipt = receive_gift(drive=Drive.objects.get(), content=content, by=place.leader)
    assert text_of(place, "gifts.land_donors_count") == "03 gia đình"
    reverse_receipt(receipt=receipt, reason="Ghi nhầm", by=place.leader)
    assert trace(place.report, "gifts.land").is_missing
    assert text_of(place, "gifts.land_donors_count") == "02 gia đình"


def test_targets_are_counted_by_outcome(place):
    province, special = place.unit("province"), place.special
    for number, value in enumerate(("120", "100", "60", None), start=1):
        indicator = Indicator.objects.create(
            code=f"target-{number}",
            name=f"Chỉ tiêu {number}",
            kind="level",
            measure="ha",
            direction="up",
            field="economy",
            owner=province,
        )
        indicator.movements.add(special)
        span = {"starts_on": date(2019, 1, 1), "ends_on": date(2019, 12, 31)}
        Plan.objects.create(indicator=indicator, unit=province, value=100, authority="council", **span)
        if value:
            observe(indicator, province, value)
    said = {
        name: text_of(place, f"targets.{name}")
        for name in ("planned", "met", "on_pace", "not_met", "early", "summary")
    }
    assert said == {
        "planned": "05 chỉ tiêu",
        "met": "02 chỉ tiêu",
        "on_pace": "01 chỉ tiêu",
        "not_met": "01 chỉ tiêu",
        "early": "02 chỉ tiêu",
        "summary": "02 chỉ tiêu đạt và vượt kế hoạch, 01 chỉ tiêu đúng hoặc vượt tiến độ, "
        "01 chỉ tiêu chậm tiến độ hoặc chưa đạt kế hoạch, 01 chỉ tiêu chưa có số",
    }


def test_an_incident_is_not_hidden_and_an_unknown_one_not_denied(place):
    first = Event.objects.order_by("order").first()
    Event.objects.filter(pk=first.pk).update(incidents=2)
    assert text_of(place, "events.safety").endswith("xảy ra 02 sự cố")
    Event.objects.filter(pk=first.pk).update(incidents=None)
    assert trace(place.report, "events.safety").is_missing


def test_a_milestone_tells_its_day_document_and_number_when_they_are_known(place):
    Milestone.objects.filter(kind="completed").update(reached_on=date(2019, 9, 29))
    Milestone.objects.filter(kind="plaque").update(count=12)
    assert text_of(place, "milestones.economy").endswith("(đoạn Bắc Giang - Chi Lăng) ngày 29/09/2019")
    assert text_of(place, "milestones.plaques") == "gắn biển 12 công trình chào mừng"


def test_participation_counts_each_unit_once_out_of_those_called_on(place):
    Movement.objects.filter(pk=place.special.pk).update(scope=["commune"])
    communes = [place.unit(key).placements.get().parent for key in ("na_ao_2", "ban_dooc")]
    sent = {"state": "sent", "sent_at": place.special.launched_at, "provenance": Provenance.ILLUSTRATIVE}
    for unit in communes:
        Registration.objects.create(movement=place.special, unit=unit, **sent)
    Registration.objects.create(movement=place.peak, unit=communes[0], **sent)
    units = trace(place.report, "participation.units")
    assert (units.text, units.value, units.provenance) == (
        "2 cơ quan, đơn vị, địa phương",
        2,
        Provenance.ILLUSTRATIVE,
    )
    share = text_of(place, "participation.share")
    assert share == "66,7% số cơ quan, đơn vị, địa phương được phát động (2/3)"


def test_all_other_indicators_of_a_field_are_told_together(place):
    other = Indicator.objects.create(
        code="communes_new_rural",
        name="Số xã đạt chuẩn nông thôn mới",
        kind="count",
        measure="xã",
        direction="up",
        field="economy",
        owner=place.unit("province"),
    )
    other.movements.add(place.special)
    observe(other, place.unit("province"), "48")
    assert text_of(place, "indicators.economy") == "Số xã đạt chuẩn nông thôn mới 48 xã"


def test_units_are_named_as_they_were_called_then(place):
    unit = place.unit("centre")
    unit.names.update(valid_to=date(2020, 1, 1))
    unit.names.create(
        name="Trung tâm Hành chính công",
        short_name="Trung tâm Hành chính công",
        folded_name="trung tam hanh chinh cong",
        folded_short_name="trung tam hanh chinh cong",
        sort_key="0",
        valid_from=date(2020, 1, 2),
    )
    assert text_of(place, "indicator.one_stop_received.owner") == "Trung tâm Phục vụ hành chính công"


def test_an_indicator_that_rolls_up_is_the_sum_of_the_units_below(place):
    indicator = place.indicators["one_stop_received"]
    Observation.objects.filter(indicator=indicator).delete()
    Indicator.objects.filter(pk=indicator.pk).update(rolls_up=True)
    for key, value in (("na_ao_2", "300"), ("ban_dooc", "200")):
        commune = place.unit(key).placements.get().parent
        observe(indicator, commune, value, place.officer)
    figure = trace(place.report, "indicator.one_stop_received.value")
    assert without_no_break_spaces(figure.text) == "500 hồ sơ"
    assert [(row.model, row.detail) for row in figure.rows] == [
        ("targets.indicator", "tổng số liệu của 2 đơn vị cấp dưới")
    ]


def test_a_household_that_gave_land_is_not_told_of_twice(place):
    household = Gift.objects.filter(household__isnull=False).first().household
    shared = {"person": None, "subject_kind": "household"}
    role_model(None, place.special, place.unit("province"), household=household, **shared)
    assert trace(place.report, "role_models.households").is_missing
    other = family("Nông Văn Hai", place.unit("na_peo"), "thôn Nà Pẻo, xã Bắc Lãng")
    role_model(None, place.special, place.unit("province"), household=other, **shared)
    assert text_of(place, "role_models.households") == "gia đình ông Nông Văn Hai, thôn Nà Pẻo, xã Bắc Lãng"


def test_what_was_decided_and_not_presented_yet_is_told_apart(place):
    decided = {"decision_number": "163/QĐ-UBND", "decision_date": date(2019, 10, 25), "presented_on": None}
    confer(place.unit("people"), place.peak, {"household": 3}, **decided)
    assert text_of(place, "awards.decided").endswith(
        "cho 03 gia đình (Quyết định số 163/QĐ-UBND ngày 25/10/2019)"
    )
    assert trace(place.report, "awards.list").value == 53
    assert trace(place.report, "awards.total").value == 56


def test_an_award_cancelled_by_the_day_of_the_report_is_not_counted(place):
    first, second = Award.objects.filter(recipient_kind="household")
    Award.objects.filter(pk=first.pk).update(status="cancelled", status_on=AS_OF)
    Award.objects.filter(pk=second.pk).update(status="cancelled", status_on=AS_OF + timedelta(days=1))
    assert trace(place.report, "awards.total").value == 52
    assert text_of(place, "awards.list").endswith("cho 27 tập thể, 24 cá nhân và 01 gia đình")
