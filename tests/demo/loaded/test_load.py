"""The demonstration province: stated facts as stated, inventions marked, a second run harmless."""

from __future__ import annotations

from datetime import date
from io import StringIO

from django.core.management import call_command
from django.db.models import Count

from thidua.contests.models import Result
from thidua.core.law.appraisal import Verdict
from thidua.demo.sign_ins import PASSWORD, SIGN_INS
from thidua.movements.models import ContentGroup, Movement, Registration
from thidua.orgs.models import Household, Person
from thidua.orgs.queries import address_as_of, address_today
from thidua.registry.facts import eligible_people
from thidua.registry.models import (
    Award,
    Conferral,
    DisciplineRecord,
    PendingMatter,
    RecognisedInitiative,
    UnitTraits,
    YearlyGrade,
)
from thidua.support.audit.queries import verify_chain
from thidua.support.provenance import Provenance
from thidua.targets.models import Indicator, Observation, Plan


def test_a_second_run_keeps_everything_and_says_so(province: None) -> None:
    before = Registration.objects.count()
    said = StringIO()

    call_command("demo", stdout=said)

    assert said.getvalue().splitlines()[0].startswith("Dữ liệu mẫu đã có, giữ nguyên.")
    assert Registration.objects.count() == before


def test_every_role_has_a_sign_in_that_is_printed(province: None) -> None:
    said = StringIO()

    call_command("demo", stdout=said)

    printed = said.getvalue()
    assert [sign_in.username for sign_in in SIGN_INS if f"  {sign_in.username} " not in printed] == []
    assert PASSWORD in printed


def test_every_write_of_the_load_stands_in_the_audit_log(province: None) -> None:
    assert verify_chain().intact


def test_the_counts_of_recipients_are_the_stated_ones(province: None) -> None:
    conferral = Conferral.objects.get(award_code="provincial_certificate_of_merit", provenance="reported")
    counts = dict(conferral.awards.order_by().values_list("recipient_kind").annotate(Count("id")))

    assert counts == {"collective": 27, "individual": 24, "household": 2}
    assert (conferral.decision_number, conferral.decision_date) == ("", None)
    assert conferral.presented_on == date(2019, 10, 31)


def test_what_the_report_does_not_name_is_marked_as_invented(province: None) -> None:
    assert set(Award.objects.values_list("provenance", flat=True)) == {Provenance.ILLUSTRATIVE}
    assert set(Result.objects.values_list("provenance", flat=True)) == {Provenance.ILLUSTRATIVE}
    assert set(Registration.objects.values_list("provenance", flat=True)) == {Provenance.ILLUSTRATIVE}


def test_plan_and_base_of_the_budget_are_marked_as_test_data(province: None) -> None:
    plan = Plan.objects.get(indicator__code="budget_revenue")
    base = Observation.objects.get(indicator__code="budget_revenue", ends_on=date(2018, 9, 30))

    assert (plan.value, plan.provenance) == (5452, Provenance.TEST)
    assert (base.value, base.provenance) == (3688, Provenance.TEST)


def test_the_peak_drive_has_six_groups_without_names(province: None) -> None:
    groups = ContentGroup.objects.filter(movement__slug="cao-diem-2019")

    assert list(groups.values_list("name", flat=True)) == [""] * 6


def test_the_village_head_holds_three_positions_at_the_address_of_the_day(province: None) -> None:
    binh = Person.objects.get(full_name="Lương Thị Bình")
    village = binh.positions.first().unit

    assert list(binh.positions.order_by("order").values_list("title", flat=True)) == [
        "Bí thư Chi bộ",
        "Trưởng Ban công tác mặt trận",
        "Trưởng thôn",
    ]
    assert address_as_of(village, date(2019, 10, 31)) == (
        "thôn Nà Ao 2, xã Đề Thám, huyện Tràng Định, tỉnh Lạng Sơn"
    )
    assert address_today(village, date(2026, 11, 22)).sentence == "nay: xã Tràng Định, tỉnh Lạng Sơn"


def test_households_keep_the_address_as_printed(province: None) -> None:
    assert sorted(Household.objects.values_list("address_text", flat=True)) == [
        "thôn Bản Đoóc, xã Hiệp Hạ, huyện Lộc Bình, tỉnh Lạng Sơn",
        "thôn Nà Pẻo, xã Bắc Lãng, huyện Đình Lập, tỉnh Lạng Sơn",
    ]


def test_invented_indicators_belong_to_no_movement_of_2019(province: None) -> None:
    drives = Movement.objects.filter(slug__endswith="-2019")

    assert Indicator.objects.filter(provenance=Provenance.ILLUSTRATIVE).exists()
    assert not Indicator.objects.filter(provenance=Provenance.ILLUSTRATIVE, movements__in=drives).exists()


def test_forty_people_and_twelve_units_have_an_invented_history_that_dossiers_can_rest_on(
    province: None,
) -> None:
    grades = YearlyGrade.objects.all()
    assert grades.filter(person__isnull=False).values("person").distinct().count() == 40
    assert grades.filter(unit__isnull=False).values("unit").distinct().count() == 12
    for model in (YearlyGrade, RecognisedInitiative, DisciplineRecord, PendingMatter, UnitTraits):
        assert set(model.objects.values_list("provenance", flat=True)) == {Provenance.ILLUSTRATIVE}
    found = eligible_people("provincial_emulation_fighter", date(2026, 6, 1))
    assert found.verdicts.count(Verdict.NOT_MET) > 30
    assert found.verdicts.count(Verdict.NOT_MET) < len(found.ids)
