"""Whom the demonstration tells visitors to ask."""

from __future__ import annotations

import pytest

from tests.factories.movements import account, small_province
from thidua.accounts.roles import ADMINISTRATOR
from thidua.demo.illustration.contact import name_a_contact
from thidua.orgs.models import SiteIdentity
from thidua.orgs.queries.site_identity import identity_of


@pytest.mark.django_db
def test_the_site_names_whom_to_ask_and_says_that_it_is_invented() -> None:
    administrator = account(ADMINISTRATOR.code, small_province().province)
    name_a_contact(administrator)
    row = SiteIdentity.objects.values().get()
    assert [identity_of(row, language).contact for language in ("vi", "en")] == [
        "0205 000 0000 · hoi-dap@thidua.example · 7 giờ 30 – 17 giờ, thứ Hai đến thứ Sáu (liên hệ minh họa)",
        "0205 000 0000 · hoi-dap@thidua.example · 7:30–17:00, Monday to Friday (illustrative contact)",
    ]
    assert name_a_contact(administrator) is None  # what an office has said of itself is kept
