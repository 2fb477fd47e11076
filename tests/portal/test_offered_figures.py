"""The list of figures on the desk."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories.live_figures import REVENUE, freeze
from tests.factories.movements import account
from tests.factories.reports import Province2019, province_2019
from thidua.accounts.roles import EDITOR
from thidua.portal.queries.offered_figures import figure_sources, offered_figures


@pytest.fixture
def place(db: None) -> Province2019:
    return province_2019()


def test_figures_come_from_frozen_reports_and_from_measured_periods(place: Province2019) -> None:
    assert [source.key for source in figure_sources()] == ["2019-10T", "2019-9T", "2018-9T"]
    freeze(place)
    assert [source.key for source in figure_sources()] == [
        "lang-son-2019@1",
        "2019-10T",
        "2019-9T",
        "2018-9T",
    ]


def test_a_figure_is_found_by_words_without_marks(place: Province2019) -> None:
    freeze(place)
    assert [offer.code for offer in offered_figures("lang-son-2019@1", "thu ngan sach gia tri 5.027")] == [
        REVENUE
    ]


def test_of_a_period_only_what_was_measured_is_offered(place: Province2019) -> None:
    texts = {
        offer.text.replace("\u00a0", " ") for offer in offered_figures("2019-9T", "giá trị thu ngân sách")
    }
    assert "5.027 tỷ đồng" in texts
    assert offered_figures("2017-9T", "") == []
    assert offered_figures("không phải kỳ", "") == []


def test_the_desk_shows_the_list_and_its_codes(client: Client, place: Province2019) -> None:
    freeze(place)
    client.force_login(
        account(EDITOR.code, place.unit("province")), backend="django.contrib.auth.backends.ModelBackend"
    )
    page = client.get(reverse("desk_figures"), {"nguon": "lang-son-2019@1", "q": "thu ngân sách"})
    assert page.content.decode().count(f'data-figure-code="{REVENUE}"') == 1


def test_whoever_may_not_write_articles_sees_no_list(client: Client, place: Province2019) -> None:
    client.force_login(place.finance, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(reverse("desk_figures")).status_code == 403
