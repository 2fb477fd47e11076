"""The editor's desk in Vietnamese: whose words win where, and how days are written there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import formats, translation

from tests.factories.movements import account, small_province
from thidua.accounts.roles import EDITOR
from tools.messages import catalogues
from tools.messages.checks import borrowed_faults
from tools.messages.extraction import BORROWED, apps


def page(client: Client, name: str, *args: object) -> str:
    client.force_login(
        account(EDITOR.code, small_province().province), backend="django.contrib.auth.backends.ModelBackend"
    )
    response = client.get(reverse(name, args=args))
    assert response.status_code == 200
    return response.content.decode()


def test_wagtail_speaks_vietnamese_and_our_own_words_stay(db: None) -> None:
    with translation.override("vi"):
        assert translation.gettext("Submit to %(workflow_name)s") == "Gửi vào quy trình %(workflow_name)s"
        assert translation.gettext("Field") == "Lĩnh vực"  # ours; the borrowed catalogue says «Trường»


def test_the_scripts_of_the_desk_get_their_words(client: Client, db: None) -> None:
    words = page(client, "wagtailadmin_javascript_catalog")
    borrowed = next(found for app in BORROWED for found in app.rglob("djangojs.po"))
    translations, _fuzzy = catalogues.read(borrowed)
    plain = {one.singular: text for one, text in translations.items() if not one.plural and not one.context}
    assert len(plain) > 50
    catalogue = words.split("const newcatalog = ", 1)[1].split(";\n", 1)[0]
    sent = json.loads(catalogue)
    assert {key: sent[key] for key in plain} == plain


def test_days_on_the_desk_are_written_and_read_as_offices_do() -> None:
    for language in ("vi", "en"):
        with translation.override(language):
            assert formats.sanitize_separators("1") == "1"
            assert formats.get_format("DATE_INPUT_FORMATS")[0] == "%d/%m/%Y"
    with translation.override("vi"):
        assert formats.date_format(date(2019, 10, 31)) == "31/10/2019"


def test_templates_of_wagtail_may_give_days_a_form_and_ours_need_none(client: Client, db: None) -> None:
    assert "Lịch sử" in page(client, "wagtailadmin_reports:site_history")


def test_borrowed_catalogues_are_whole_and_never_collected_from_our_source() -> None:
    assert borrowed_faults() == []
    assert BORROWED & set(apps()) == set()


def items_of(part: Any) -> Iterator[dict[str, Any]]:
    """Yield every object inside the data of the desk's side bar."""
    if isinstance(part, dict):
        yield part
        part = list(part.values())
    if isinstance(part, list):
        for inner in part:
            yield from items_of(inner)


def test_what_an_editor_must_not_meet_is_hidden(client: Client, db: None) -> None:
    home = page(client, "wagtailadmin_home")
    menu = home.split('id="wagtail-sidebar-props" type="application/json">', 1)[1].split("</script>", 1)[0]
    back = next(item for item in items_of(json.loads(menu)) if item.get("name") == "my-work")
    assert (back["label"], back["url"]) == ("Về phần làm việc", reverse("my-work"))
    assert [word for word in ("wagtail.org", "Wagtail 8") if word in home] == []


def test_an_account_is_changed_on_our_own_page(client: Client, db: None) -> None:
    page(client, "wagtailadmin_home")
    response = client.get("/lam-viec/bien-tap/account/")
    assert (response.status_code, response.headers["Location"]) == (302, reverse("change-password"))
