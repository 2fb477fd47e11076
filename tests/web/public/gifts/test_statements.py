"""The statement of a month, published by the office and read by everybody."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.test import Client

from tests.factories.gifts import received, running_drive
from tests.factories.movements import SmallProvince
from tests.web.reading import elements, main_text
from thidua.contributions.models import MonthlyStatement


def test_the_office_publishes_a_month_and_everybody_reads_it(place: SmallProvince, client: Client) -> None:
    row = running_drive(place, starts_on=date(2019, 1, 1))
    received(place, row, received_on=date(2019, 10, 31), as_of=date(2019, 10, 31))
    assert "Chưa công bố tháng nào." in main_text(client.get("/ung-ho/lam-duong/so"))
    office = Client()
    office.force_login(place.officer, backend="django.contrib.auth.backends.ModelBackend")
    desk = "/lam-viec/so-ung-ho/lam-duong/sao-ke"
    (link,) = [link for link in elements(office.get(desk), "a") if link.text.startswith("Công bố")]
    assert client.post(link.attributes["href"]).status_code == 302  # to the sign-in
    assert MonthlyStatement.objects.count() == 0
    assert office.post(link.attributes["href"])["Location"] == desk
    (public,) = [link for link in elements(client.get("/ung-ho/lam-duong/so"), "a") if "10/2019" in link.text]
    file: Any = client.get(public.attributes["href"])
    assert (file["Content-Type"], b"".join(file.streaming_content)[:5]) == ("application/pdf", b"%PDF-")
    assert client.get("/ung-ho/lam-duong/sao-ke/2019-9.pdf").status_code == 404
    assert client.get("/ung-ho/lam-duong/sao-ke/2019-13.pdf").status_code == 404
