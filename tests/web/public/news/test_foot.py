"""Pages that stand for long: at the foot of every page, in both languages, in the order of the desk."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from tests.web.reading import texts
from thidua.portal.models import Front, InformationPage
from thidua.portal.queries.foot_pages import tell_all


def page(slug: str, **changes: Any) -> InformationPage:
    """Return a page of the site, published unless `live` says no, at the foot unless `show_in_menus` says no."""
    said = {"title": "Liên hệ", "body": [("paragraph", "<p>Chào bạn.</p>")], "show_in_menus": True}
    made = InformationPage(slug=slug, **(said | changes))
    Front.objects.get().add_child(instance=made)
    return made


def foot(client: Client, address: str = "/phong-trao") -> list[str]:
    """Return the editors' pages at the foot of a page."""
    written = client.get(address).content.decode().partition("<footer")[2]
    return re.findall(r'<a href="[^"]*/trang/[^"]*"[^>]*>([^<]*)</a>', written)


@pytest.mark.django_db
def test_published_pages_stand_at_the_foot_in_their_order_and_on_the_site_map(client: Client) -> None:
    page("gioi-thieu-ban", title="Giới thiệu Ban")
    page("lien-he", title_en="Contact", body_en="<p>Hello.</p>")
    page("nhap", title="Bản nháp", live=False)
    page("rieng", title="Không ở chân trang", show_in_menus=False)
    tell_all()
    assert foot(client) == ["Giới thiệu Ban", "Liên hệ"]
    assert foot(client, "/en/phong-trao") == ["Giới thiệu Ban", "Contact"]
    html = client.get("/en/phong-trao").content.decode()
    assert '<a href="/en/trang/gioi-thieu-ban" lang="vi">Giới thiệu Ban</a>' in html
    assert '<a href="/trang/lien-he">Liên hệ</a>' in client.get("/so-do-trang").content.decode()
    assert (client.get("/trang/rieng").status_code, client.get("/trang/nhap").status_code) == (200, 404)
    assert texts(client.get("/en/trang/lien-he"), "h1") == ["Contact"]


@pytest.mark.django_db(transaction=True)
def test_a_page_stands_at_the_foot_as_soon_as_it_is_published_and_leaves_it_at_once(client: Client) -> None:
    from thidua.portal.actions.set_up_site import set_up_site

    set_up_site()
    made = page("lien-he", live=False)
    assert foot(client) == []
    made.save_revision().publish()
    assert foot(client) == ["Liên hệ"]
    made.refresh_from_db()
    made.unpublish()
    assert foot(client) == []


@pytest.mark.django_db
def test_the_foot_asks_the_database_nothing_page_by_page(
    client: Client, django_assert_num_queries: Any
) -> None:
    page("lien-he")
    tell_all()
    with django_assert_num_queries(0):
        client.get("/tro-nang")
