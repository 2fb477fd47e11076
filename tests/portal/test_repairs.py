"""A finding with a suggestion is mended by one press: a new draft, entered in the log, the former in the history."""

from __future__ import annotations

import html
from pathlib import Path
from typing import Any, cast

import pytest
import yaml
from django.test import Client
from django.urls import reverse

from tests.factories.live_figures import LIVE_REVENUE
from tests.factories.movements import account
from tests.factories.portal import article
from tests.factories.reports import Province2019, province_2019
from thidua.accounts.models import User
from thidua.accounts.roles import AUDITOR, EDITOR
from thidua.portal.actions.repair_finding import repair_finding
from thidua.portal.models import Article
from thidua.portal.queries.article_parts import plain_text, signs_of
from thidua.portal.queries.findings import checked
from thidua.support.audit.models import AuditEntry
from thidua.support.refusals import NotAllowed, Refused

CASE = yaml.safe_load(
    (Path(__file__).parents[1] / "cases/articles/report_2019.yaml").read_text(encoding="utf-8")
)["as_printed"]


@pytest.fixture
def place(db: None) -> Province2019:
    return province_2019()


@pytest.fixture
def editor(place: Province2019) -> User:
    return account(EDITOR.code, place.unit("province"), "Lý Thị Biên")


def with_text(text: str, **changes: Any) -> Article:
    return article(live=False, body=[("paragraph", text)], **changes)


def latest(of: Article) -> Article:
    return cast(Article, Article.objects.get(pk=of.pk).get_latest_revision_as_object())


def mended(of: Article, by: User) -> Article:
    """Mend what can be mended, as an editor does who presses every button."""
    while True:
        draft = latest(of)
        found = next((each for each in checked(draft).open if each.passage), None)
        if found is None:
            return draft
        repair_finding(article=draft, key=found.key, by=by)


@pytest.mark.parametrize(
    ("kept", "repaired"),
    [
        ("<p>Các tầng lớp nhân nhân hưởng ứng.</p>", "<p>Các tầng lớp nhân dân hưởng ứng.</p>"),
        ("<p>Nông dân &amp; nhân <b>nhân</b> góp.</p>", "<p>Nông dân &amp; nhân <b>dân</b> góp.</p>"),
        ("<p>Cả tỉnh&nbsp;hưởng   ứng.</p>", "<p>Cả tỉnh hưởng ứng.</p>"),
        ("<p>Một &lt; hai ,\u00a0ba &#38;  bốn.</p>", "<p>Một &lt; hai, ba &#38; bốn.</p>"),
        (f"<p>Thu  {LIVE_REVENUE}, khá  cao.</p>", f"<p>Thu {LIVE_REVENUE}, khá cao.</p>"),
    ],
)
def test_only_the_words_in_question_change(
    place: Province2019, editor: User, kept: str, repaired: str
) -> None:
    made = with_text(kept)
    assert mended(made, editor).body[0].value.source == repaired


def test_words_between_which_markup_stands_are_left_to_a_person(place: Province2019) -> None:
    cyrillic = "<p>Nhân dân với tinh thần <b>с</b>ао.</p>"
    [found] = checked(with_text(cyrillic)).open
    assert (found.code, found.suggestion, found.passage) == ("look_alike_letter", "cao", None)


def test_every_suggestion_for_the_article_of_2019_can_be_put_in(place: Province2019, editor: User) -> None:
    body = [("paragraph", f"<p>{paragraph}</p>") for paragraph in CASE["paragraphs"]]
    made = article(live=False, title=CASE["title"], lead=CASE["lead"], body=body)
    suggested = [each for each in checked(made).open if each.suggestion]
    assert (len(suggested) > 5, [each.excerpt for each in suggested if each.passage is None]) == (True, [])
    clean = mended(made, editor)
    assert [each.excerpt for each in checked(clean).open if each.suggestion] == []


def test_titles_headings_quotations_and_captions_are_mended_where_they_stand(
    place: Province2019, editor: User
) -> None:
    made = article(
        live=False,
        title="Nhân dân  hưởng ứng",
        lead="Một  lần.",
        body=[("heading", "Hai  lần"), ("quote", {"words": "Ba  lần.", "speaker": "Bà Lư"})],
    )
    draft = mended(made, editor)
    told = (draft.title, draft.lead, draft.body[0].value, dict(draft.body[1].value))
    assert told == (
        "Nhân dân hưởng ứng",
        "Một lần.",
        "Hai lần",
        {"words": "Ba lần.", "speaker": "Bà Lư"},
    )


def test_readers_see_what_they_saw_and_the_former_draft_stays_in_the_history(
    place: Province2019, editor: User
) -> None:
    made = article(body=[("paragraph", "<p>Các tầng lớp nhân nhân hưởng ứng.</p>")])
    made.save_revision().publish(skip_permission_checks=True)
    mended(made, editor)
    seen = Article.objects.get(pk=made.pk)
    first = seen.revisions.order_by("created_at").first().as_object()
    assert (
        seen.live,
        seen.has_unpublished_changes,
        seen.body[0].value.source,
        first.body[0].value.source,
    ) == (
        True,
        True,
        "<p>Các tầng lớp nhân nhân hưởng ứng.</p>",
        "<p>Các tầng lớp nhân nhân hưởng ứng.</p>",
    )
    entry = AuditEntry.objects.filter(action="portal.finding_repaired").get()
    assert (entry.actor_name, "nhân nhân" in entry.details, "nhân dân" in entry.details) == (
        "Lý Thị Biên",
        True,
        True,
    )


def test_a_text_that_changed_meanwhile_is_left_as_it_is(place: Province2019, editor: User) -> None:
    made = with_text("<p>Các tầng lớp nhân nhân hưởng ứng.</p>")
    [found] = checked(made).open
    made.body = [("paragraph", "<p>Mọi tầng lớp nhân nhân đều hưởng ứng.</p>")]
    made.save_revision()
    with pytest.raises(Refused) as refused:
        repair_finding(article=latest(made), key=found.key, by=editor)
    said = [str(each) for each in refused.value.faults[""]]
    assert (said, latest(made).body[0].value.source) == (
        ["Bài đã thay đổi: hãy xem lại danh sách."],
        "<p>Mọi tầng lớp nhân nhân đều hưởng ứng.</p>",
    )


def test_a_locked_article_and_a_stranger_change_nothing(place: Province2019, editor: User) -> None:
    made = with_text("<p>Các tầng lớp nhân nhân hưởng ứng.</p>")
    [found] = checked(made).open
    with pytest.raises(NotAllowed):
        repair_finding(article=latest(made), key=found.key, by=account(AUDITOR.code, place.unit("province")))
    Article.objects.filter(pk=made.pk).update(locked=True)
    with pytest.raises(Refused) as refused:
        repair_finding(article=latest(made), key=found.key, by=editor)
    said = [str(each) for each in refused.value.faults[""]]
    assert (said, latest(made).body[0].value.source) == (
        ["Bài đang bị khóa trong lúc được duyệt: chưa sửa gì."],
        "<p>Các tầng lớp nhân nhân hưởng ứng.</p>",
    )


def test_the_desk_offers_the_repair_says_what_was_done_and_leads_to_the_former_draft(
    client: Client, place: Province2019, editor: User
) -> None:
    made = with_text("<p>Các tầng lớp nhân nhân hưởng ứng đến nay.</p>")
    client.force_login(editor, backend="django.contrib.auth.backends.ModelBackend")
    address = reverse("desk_checks", args=[made.pk])
    assert client.get(address).content.decode().count('name="repair"') == 1
    key = next(each.key for each in checked(made).open if each.suggestion)
    page = client.post(address, {"key": key, "repair": ""}, follow=True).content.decode()
    assert (
        "Trong bản nháp, «nhân nhân» đã được sửa thành «nhân dân»." in page,
        reverse("wagtailadmin_pages:history", args=[made.pk]) in page,
        'name="repair"' in page,
    ) == (True, True, False)
    again = client.post(address, {"key": key, "repair": ""}).content.decode()
    assert "Bài đã thay đổi: hãy xem lại danh sách." in again


@pytest.mark.parametrize(
    "source",
    ["<p>a &amp; b</p><ul><li>một</li><li> </li><li>hai</li></ul>", "x < y &copy &#x41;<br/>\n kết", ""],
)
def test_each_sign_of_a_rich_text_knows_where_it_stands(source: str) -> None:
    signs = signs_of(source)
    assert "".join(sign for sign, _start, _end in signs) == plain_text(source)
    assert all(html.unescape(source[start:end]) == sign for sign, start, end in signs if sign != "\n")
