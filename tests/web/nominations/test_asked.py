"""A page that names somebody who was forgotten begins their dossier: by an address alone."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from django.urls import reverse

from tests.factories.movements import account
from tests.factories.records import person
from tests.web.reading import elements, main_text
from thidua.accounts.roles import UNIT_OFFICER
from thidua.nominations.models import Dossier, Nomination
from thidua.orgs.actions import grant_role
from thidua.orgs.models import Position

NEW = "/lam-viec/de-nghi-khen-thuong/moi"
MERIT = "provincial_certificate_of_merit"


def value(page, name):
    """Return what a field starts with."""
    [field] = elements(page, "input", name_=name)
    return field.attributes["value"]


def chosen(page, name):
    """Return which of several is marked."""
    fields = elements(page, "input", name_=name)
    return [one.attributes["value"] for one in fields if "checked" in one.attributes]


def test_the_dossier_starts_with_the_unit_the_title_and_the_nominee_of_the_address(at, as_):
    user = account(UNIT_OFFICER.code, at.place.de_tham)
    grant_role(user=user, role=UNIT_OFFICER.code, unit=at.place.hung_son, by=None)
    thu = person(at.place, "Hoàng Văn Thụ")
    Position.objects.create(person=thu, unit=at.place.hung_son, title="Công chức")
    client = as_(user)

    page = client.get(NEW, {"nguoi": thu.pk, "khen": MERIT})
    assert chosen(page, "unit") == [str(at.place.hung_son.pk)]
    assert (chosen(page, "route"), chosen(page, "level")) == (["merit"], ["province"])
    assert value(page, "title").endswith(": Hoàng Văn Thụ")
    assert "Hoàng Văn Thụ" in main_text(page)

    sent = {
        "unit": at.place.hung_son.pk,
        "movement": "",
        "route": "merit",
        "level": "province",
        "counting_year": "2025",
        "title": "Đề nghị",
    }
    answer = client.post(f"{NEW}?nguoi={thu.pk}&khen={MERIT}", sent)
    dossier = Dossier.objects.get()
    where = urlsplit(answer["Location"])
    assert where.path == reverse("new-nominee", args=[dossier.code])
    assert parse_qs(where.query) == {"nguoi": [str(thu.pk)], "khen": [MERIT]}

    page = client.get(answer["Location"])
    assert value(page, "recipient_name") == "Hoàng Văn Thụ"
    assert chosen(page, "recipient_kind") == ["individual"]
    options = [one.attributes for one in elements(page, "option")]
    assert [one["value"] for one in options if "selected" in one] == [MERIT]

    sent = {
        "recipient_kind": "individual",
        "recipient_name": "Hoàng Văn Thụ",
        "award_code": MERIT,
        "commendation_type": "merit",
    }
    client.post(answer["Location"], sent)
    assert Nomination.objects.get().person == thu


def test_an_address_that_names_nobody_begins_an_ordinary_dossier(at, as_):
    client = as_(account(UNIT_OFFICER.code, at.place.de_tham))
    plain = value(client.get(NEW), "title")
    for wrong in ({"nguoi": "9999999"}, {"nguoi": "x"}, {"tap-the": "99999"}, {"khen": "no-such"}):
        assert value(client.get(NEW, wrong), "title") == plain


def test_a_person_whom_the_reader_may_not_see_is_not_named(at, as_):
    hidden = person(at.place, "Người Nơi Khác")
    Position.objects.create(person=hidden, unit=at.place.hung_son, title="Công chức")
    here = as_(account(UNIT_OFFICER.code, at.place.de_tham))
    assert "Người Nơi Khác" not in here.get(NEW, {"nguoi": hidden.pk}).content.decode()
    there = as_(account(UNIT_OFFICER.code, at.place.hung_son))
    assert "Người Nơi Khác" in there.get(NEW, {"nguoi": hidden.pk}).content.decode()
