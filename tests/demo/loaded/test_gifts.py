"""The drives of the demonstration, and posts that fit the unit: what a reader would take for a slip."""

from __future__ import annotations

from thidua.contributions.models import Drive, Receipt
from thidua.nominations.models import Nomination
from thidua.orgs.models import Unit


def test_receipts_are_numbered_in_the_order_of_their_days(province: None) -> None:
    drives = Drive.objects.filter(receipts__isnull=False).distinct()
    assert drives.count() == 2
    for drive in drives:
        days = Receipt.objects.filter(drive=drive).order_by("year", "number").values_list("gift__received_on")
        assert list(days) == sorted(days)


def test_a_hospital_has_posts_and_merits_of_a_hospital(province: None) -> None:
    hospital = Unit.objects.get(key="benh-vien-da-khoa-tinh")
    told = Nomination.objects.filter(unit_then=hospital.name)
    assert [*told.values_list("post_then", "award_code")] == [("Bác sĩ chuyên khoa I", "labor_order_3")]
    assert not told.filter(achievement__contains="đường").exists()
