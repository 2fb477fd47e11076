"""An officer's desk in a real browser: every part passes the checks, at a desk and on a phone."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.accessibility import violations, wider_than_the_page
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.sessions import enter_as
from tests.factories import nominations as make
from thidua.nominations.actions import store_appraisals

ALL = "/lam-viec/ho-so-khen-thuong"


@pytest.fixture
def at(transactional_db: None) -> make.Desk:
    return make.desk()


def test_every_part_of_a_dossier_passes_the_checks(at: make.Desk, page: Page, live_server: Any) -> None:
    fighter = make.nominee(award_code="provincial_emulation_fighter", commendation_type="merit")
    dossier = make.received(at, fighter, make.nominee(), route="merit", movement=None)
    store_appraisals(dossier=dossier, by=at.officer)
    first, second = dossier.nominations.order_by("ordinal")
    enter_as(page.context, live_server.url, at.officer)
    one = f"{ALL}/{dossier.code}"
    compared = f"{one}/so-sanh?n={first.pk}&n={second.pk}"
    parts = (ALL, one, f"{one}/doi-tuong/{first.pk}", f"{one}/tra-lai", f"{one}/ket-luan", compared)
    found = {}
    for part in parts:
        for size in (DESKTOP, PHONE):
            page.set_viewport_size(size)  # type: ignore[arg-type]
            page.goto(f"{live_server.url}{part}")
            wrong = violations(page) + wider_than_the_page(page)
            if wrong:
                found[part, size["width"]] = wrong
    assert found == {}
