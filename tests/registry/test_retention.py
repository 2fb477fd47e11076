"""What is past its period: listed with its source, erased only on a word with a reason, the award untouched."""

from __future__ import annotations

import io
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone

from tests.factories import council as councils
from tests.factories import role_models
from tests.factories.movements import SmallProvince, small_province
from tests.factories.register import awarded, decision
from thidua.movements.actions.decline_role_model import decline_role_model
from thidua.movements.models import RoleModelProposal
from thidua.orgs.actions import add_position, create_person, enter_personal_data
from thidua.orgs.models import Person, PersonalData
from thidua.registry.models import Award
from thidua.registry.retention.due import due_counts, due_for, due_personal_data
from thidua.registry.retention.periods import DataKind, retention_periods
from thidua.support.audit.models import AuditEntry
from thidua.support.photos.models import Photo

TODAY = date(2026, 11, 1)


@pytest.fixture
def place(db: None) -> SmallProvince:
    return small_province()


def kept(place: SmallProvince, name: str, changed: date = date(2015, 1, 1)) -> Person:
    person = create_person(full_name=name, by=None)
    add_position(person=person, title="Trưởng thôn", unit=place.de_tham, by=None)
    enter_personal_data(person=person, citizen_id="081234567", birth_date=None, seen=0, by=None)
    PersonalData.objects.filter(person=person).update(changed_on=changed)
    return person


def told(*options: str) -> str:
    out = io.StringIO()
    call_command("retention", *options, "--lang", "en", stdout=out)
    return out.getvalue()


def test_every_kind_has_a_period_with_its_source_and_what_was_not_checked_says_so() -> None:
    periods = retention_periods()
    assert list(periods) == list(DataKind)
    assert all(period.source for period in periods.values())
    assert [kind for kind, period in periods.items() if period.erases] == [DataKind.PERSONAL_DATA]
    assert not any(period.verified for period in periods.values())


def test_only_what_nobody_needed_for_years_is_due(place: SmallProvince) -> None:
    old = kept(place, "Vi Văn Cũ")
    awarded(place.province, "Vi Văn Cũ", person=old, year=2012)
    kept(place, "Vi Văn Mới", changed=date(2025, 1, 1))
    busy = kept(place, "Nông Thị Khen")
    awarded(place.province, "Nông Thị Khen", person=busy, year=2024)
    pending = kept(place, "Bế Thị Đề")
    row = councils.nomination(councils.dossier(place))
    type(row).objects.filter(pk=row.pk).update(person=pending, outcome="pending")
    assert [each.person for each in due_personal_data(TODAY)] == [old]
    assert [each.person for each in due_for(place.officer, TODAY)] == [old]
    assert due_for(place.other_clerk, TODAY) == []
    decision(place.province, 2001, "1/QĐ", award_code="advanced_worker")
    counts = {each.period.kind: each.count for each in due_counts(TODAY)}
    assert counts == {
        DataKind.PERSONAL_DATA: 1,
        DataKind.DOSSIERS_STATE: 0,
        DataKind.DOSSIERS_PROVINCE: 0,
        DataKind.DOSSIERS_UNIT: 1,
    }


@pytest.mark.parametrize("count", [1, 3])
def test_counting_costs_the_same_whatever_the_rows(
    place: SmallProvince, count: int, django_assert_num_queries: Any
) -> None:
    for number in range(count):
        kept(place, f"Vi Văn {'ABC'[number]}")
    with django_assert_num_queries(3):
        assert due_counts(TODAY)[0].count == count


def test_the_command_erases_only_with_a_reason_and_keeps_the_award(place: SmallProvince) -> None:
    person = kept(place, "Vi Văn Cũ")
    awarded(place.province, "Vi Văn Cũ", person=person, year=2012)
    for options in ((), ("--dry-run",)):
        assert "Vi Văn Cũ" in told(*options)
        assert "Nothing was erased." in told(*options)
    with pytest.raises(SystemExit):
        told("--erase")
    assert PersonalData.objects.get().citizen_id_sealed != ""
    assert "Erased: 1." in told("--erase", "--reason", "Hết thời hạn lưu")
    assert PersonalData.objects.get().citizen_id_sealed == ""
    assert AuditEntry.objects.order_by("-sequence")[0].action == "orgs.personal_data_erased"
    assert Award.objects.get().person == person


def test_the_key_is_rotated_by_a_command(place: SmallProvince) -> None:
    kept(place, "Vi Văn Cũ")
    out = io.StringIO()
    call_command("rotate_data_key", "--lang", "en", stdout=out)
    assert "sealed anew: 1." in out.getvalue()


def test_settled_proposals_and_photos_never_sent_are_told_and_go_when_asked_for(place: SmallProvince) -> None:
    settled = decline_role_model(
        proposal=role_models.proposal(proposer_name="Hà Thị Gửi"), reason="Đã có trong sổ.", by=place.officer
    )
    role_models.proposal(proposer_name="Vi Văn Mới")
    RoleModelProposal.objects.filter(pk=settled.pk).update(state_since=timezone.now() - timedelta(days=400))
    chosen = role_models.photo()
    Photo.objects.filter(pk=chosen.pk).update(uploaded_at=timezone.now() - timedelta(days=3))
    kept = role_models.photo()
    lines = told().splitlines()
    assert (
        "Proposals of role models: who proposed, how to reach them, and their photos: 1 "
        "(365 days, after the proposal was settled)"
    ) in lines
    assert "Photos that were chosen but never sent: 1 (2 days, after they were chosen)" in lines
    assert Photo.objects.filter(pk=chosen.pk).exists()
    told("--erase", "--reason", "Hết hạn lưu")
    names = RoleModelProposal.objects.order_by("pk").values_list("proposer_name", flat=True)
    assert list(names) == ["", "Vi Văn Mới"]
    assert list(Photo.objects.values_list("pk", flat=True)) == [kept.pk]
