"""How long the contact of somebody who promised a gift is kept, and that they read it in the extract."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone, translation

from tests.factories.gifts import pledged, received, running_drive
from tests.factories.movements import SmallProvince
from tests.factories.records import person
from thidua.contributions.actions import call_off_pledge
from thidua.contributions.actions.forget_contacts import contacts_to_forget, forget_contacts
from thidua.contributions.models import LedgerLine, Pledge
from thidua.registry.extract import gathered
from thidua.support.audit.models import AuditEntry
from thidua.support.refusals import Refused

CONTACT = "0912 345 678"


@pytest.fixture(autouse=True)
def in_english() -> Any:
    with translation.override("en"):
        yield


def settled(place: SmallProvince) -> dict[str, Pledge]:
    """Return promises by how they ended; all of them over a year ago, but for «open» and «lately»."""
    to, over = running_drive(place), running_drive(place, slug="cu", name="Đợt cũ")
    long_ago = timezone.localdate() - timedelta(days=400)
    rows = {
        name: pledged(place, over if name == "over" else to, contact=CONTACT)
        for name in ("open", "lately", "called off", "kept", "over")
    }
    for name in ("called off", "lately"):
        call_off_pledge(pledge=rows[name], reason="Xin thôi", by=place.officer)
    Pledge.objects.filter(pk=rows["called off"].pk).update(called_off_on=long_ago)
    receipt = received(place, to, "5000000", pledge=rows["kept"], donor_name="Vi Văn Sơn")
    LedgerLine.objects.filter(receipt=receipt).update(entered_on=long_ago)
    type(over).objects.filter(pk=over.pk).update(starts_on=long_ago, ends_on=long_ago)
    return rows


def test_a_year_after_it_was_settled_the_contact_is_forgotten(place: SmallProvince) -> None:
    rows, today = settled(place), timezone.localdate()
    wanted = {rows["called off"], rows["kept"], rows["over"]}
    assert {*contacts_to_forget(today, None)} == wanted
    assert {*contacts_to_forget(today, place.officer)} == wanted
    assert {*contacts_to_forget(today, place.clerk)} == set()
    with pytest.raises(Refused):
        forget_contacts(reason=" ", by=None)
    assert forget_contacts(reason="Hết thời hạn lưu", by=place.officer) == 3
    for row in rows.values():
        row.refresh_from_db()
    assert {name: (row.contact, row.donor_name) for name, row in rows.items()} == {
        "open": (CONTACT, "Vi Văn Sơn"),
        "lately": (CONTACT, "Vi Văn Sơn"),
        "called off": ("", ""),
        "kept": ("", "Vi Văn Sơn"),
        "over": ("", ""),
    }
    assert rows["called off"].donor_search_text == ""
    told = AuditEntry.objects.filter(action="contributions.contact_forgotten")
    assert {entry.details for entry in told} == {'{"reason":"Hết thời hạn lưu"}'}
    assert not contacts_to_forget(today, None).exists()


def test_the_command_tells_and_forgets_what_is_due(place: SmallProvince) -> None:
    settled(place)
    out = io.StringIO()
    call_command("retention", "--lang", "en", stdout=out)
    told = "Promises of gifts: how to reach the donor: 3 (365 days, after the promise was settled)"
    assert told in out.getvalue().splitlines()
    assert Pledge.objects.filter(contact=CONTACT).count() == 5
    call_command("retention", "--erase", "--reason", "Hết hạn lưu", "--lang", "en", stdout=out)
    assert Pledge.objects.filter(contact=CONTACT).count() == 2


def test_an_extract_tells_the_promises_that_gifts_of_the_person_kept(place: SmallProvince) -> None:
    to, donor = running_drive(place), person(place, "Vi Văn Sơn")
    kept = pledged(place, to, contact=CONTACT)
    pledged(place, to, contact="0999 999 999")
    for _number in range(2):
        received(place, to, pledge=kept, donor_kind="person", person=donor)
    (row,) = {one.key: one.rows for one in gathered(donor, place.officer)}["contributions.pledge"]
    assert (row["Telephone or e-mail"], row["Code"]) == (CONTACT, kept.code)
    assert "contributions.pledge" not in {one.key for one in gathered(donor, place.clerk)}
