"""Nothing is published over open findings, on whatever way, and nothing written is lost."""

from __future__ import annotations

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse
from wagtail.models import Page, Workflow

from tests.factories.movements import account
from tests.factories.portal import article
from tests.factories.reports import Province2019, province_2019
from thidua.accounts.roles import BOARD_LEADER, EDITOR
from thidua.portal.actions.hold_back import hold_back
from thidua.portal.models import AcceptedFinding, Article, ReviewTask
from thidua.portal.queries.findings import checked
from thidua.web.workspace.editing.work import work_of

FAULTY = [("paragraph", "<p>Các tầng lớp nhân nhân hưởng ứng.</p>")]


@pytest.fixture
def place(db: None) -> Province2019:
    return province_2019()


@pytest.fixture
def leader(client: Client, place: Province2019) -> Client:
    user = account(BOARD_LEADER.code, place.unit("province"), "Hoàng Thị Duyệt")
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    client.get(reverse("wagtailadmin_home"))
    return client


def form_of(made: Article, **said: str) -> dict[str, str]:
    block = made.body[0]
    return {
        "title": made.title,
        "slug": made.slug,
        "lead": made.lead,
        "author": made.author,
        "issued_by": made.issued_by,
        "published_on": made.published_on.isoformat(),
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "heading",
        "body-0-id": block.id or "",
        "body-0-value": "Các tầng lớp nhân nhân hưởng ứng",
        "body_en": "null",
        "corrections-TOTAL_FORMS": "0",
        "corrections-INITIAL_FORMS": "0",
        "corrections-MIN_NUM_FORMS": "0",
        "corrections-MAX_NUM_FORMS": "1000",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "comments-MIN_NUM_FORMS": "0",
        "comments-MAX_NUM_FORMS": "1000",
        "comments_open": "on",
        **said,
    }


def test_publishing_over_an_open_finding_leads_to_the_list_and_keeps_the_draft(
    leader: Client, place: Province2019
) -> None:
    made = article(live=False, body=[("heading", "Nhân dân hưởng ứng")])
    made.save_revision()
    address = reverse("wagtailadmin_pages:edit", args=[made.pk])
    response = leader.post(address, form_of(made, **{"action-publish": "1"}))
    assert (response.status_code, response.headers.get("Location")) == (
        302,
        reverse("desk_checks", args=[made.pk]),
    )
    made.refresh_from_db()
    written = made.get_latest_revision_as_object()
    assert (made.live, written.body[0].value) == (False, "Các tầng lớp nhân nhân hưởng ứng")


def test_an_accepted_finding_lets_the_article_through(leader: Client, place: Province2019) -> None:
    made = article(live=False, body=FAULTY)
    made.save_revision()
    listed = reverse("desk_checks", args=[made.pk])
    page = leader.get(listed).content.decode()
    assert page.count("<mark>nhân nhân</mark>") == 1
    key = page.partition('name="key" value="')[2].partition('"')[0]
    refused = leader.post(listed, {"key": key, "reason": ""}).content.decode()
    assert "Hãy ghi lý do giữ nguyên." in refused
    leader.post(listed, {"key": key, "reason": "Trích nguyên văn thư của dân."})
    page = leader.get(listed).content.decode()
    assert "Không còn điểm nào: có thể xuất bản bài." in page
    assert page.count("Hoàng Thị Duyệt") >= 1
    assert AcceptedFinding.objects.get().reason == "Trích nguyên văn thư của dân."


@pytest.mark.parametrize("made_up", ["abc", "-1", "987654321", "9" * 30, "١"])
def test_opening_again_what_nobody_accepted_is_no_page(
    leader: Client, place: Province2019, made_up: str
) -> None:
    made = article(live=False, body=FAULTY)
    made.save_revision()
    answer = leader.post(reverse("desk_checks", args=[made.pk]), {"withdraw": made_up})
    assert answer.status_code == 404


def test_the_form_tells_how_many_points_are_open(leader: Client, place: Province2019) -> None:
    made = article(live=False, body=FAULTY)
    made.save_revision()
    page = leader.get(reverse("wagtailadmin_pages:edit", args=[made.pk])).content.decode()
    assert "Còn 1 điểm cần xem trước khi xuất bản." in page


def test_a_review_is_not_approved_over_open_findings(place: Province2019) -> None:
    task = ReviewTask.objects.get()
    user = account(BOARD_LEADER.code, place.unit("province"))
    user.groups.add(*task.groups.all())
    offered = [name for name, _label, _modal in task.get_actions(article("sach", live=False, body=[]), user)]
    held = [name for name, _label, _modal in task.get_actions(article("loi", live=False, body=FAULTY), user)]
    assert (offered, held) == (["reject", "approve", "approve"], ["reject"])


def test_an_approval_sent_with_an_edit_is_of_the_text_as_edited(leader: Client, place: Province2019) -> None:
    made = article(live=False, body=[("heading", "Nhân dân hưởng ứng")])
    made.save_revision()
    Workflow.objects.get(active=True).start(made, place.finance)
    said = form_of(made, **{"action-workflow-action": "true", "workflow-action-name": "approve"})
    answer = leader.post(reverse("wagtailadmin_pages:edit", args=[made.pk]), said)
    assert answer["Location"] == reverse("desk_checks", args=[made.pk])
    kept = Article.objects.get(pk=made.pk)
    assert (kept.live, kept.workflow_in_progress) == (False, True)
    assert "nhân nhân" in str(kept.get_latest_revision_as_object().body)
    said["body-0-value"] = "Nhân dân hưởng ứng"
    leader.post(
        reverse("wagtailadmin_pages:edit", args=[made.pk]),
        form_of(made) | {"body-0-value": said["body-0-value"]},
    )
    leader.post(reverse("wagtailadmin_pages:edit", args=[made.pk]), said)
    assert Article.objects.get(pk=made.pk).live is True


def test_an_article_created_to_be_published_at_once_is_taken_off_the_site(place: Province2019) -> None:
    made = article(live=True, body=FAULTY)
    hold_back(article=made)
    assert Article.objects.get(pk=made.pk).live is False


def test_one_published_before_stays_as_it_was(place: Province2019) -> None:
    made = article(live=False, body=[])
    made.save_revision().publish()
    made = Article.objects.get(pk=made.pk)
    hold_back(article=made)
    assert Article.objects.get(pk=made.pk).live is True


def test_an_editor_sees_the_checks_and_nobody_else_does(client: Client, place: Province2019) -> None:
    made = article(live=False, body=FAULTY)
    client.force_login(
        account(EDITOR.code, place.unit("province")), backend="django.contrib.auth.backends.ModelBackend"
    )
    assert "nhân nhân" in client.get(reverse("desk_checks", args=[made.pk])).content.decode()
    client.force_login(place.finance, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(reverse("desk_checks", args=[made.pk])).status_code == 403


def test_pages_of_the_site_pass_without_these_checks(place: Province2019) -> None:
    from thidua.portal.wagtail_hooks import nothing_open

    assert nothing_open(RequestFactory().get("/"), Page.objects.get(slug="tin-tuc")) is None


def test_publishing_many_at_once_is_no_way_around_the_checks(leader: Client, place: Province2019) -> None:
    faulty = article("co-loi", live=False, body=FAULTY)
    faulty.save_revision()
    sound = article("sach", live=False, body=[("paragraph", "<p>Nhân dân hưởng ứng.</p>")])
    assert not checked(sound).open
    sound.save_revision()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    leader.post(
        f"{address}?next=/lam-viec/bien-tap/&id={faulty.pk}&id={sound.pk}", {"next": "/lam-viec/bien-tap/"}
    )
    assert not Article.objects.live().exists()
    leader.post(f"{address}?next=/lam-viec/bien-tap/&id={sound.pk}", {"next": "/lam-viec/bien-tap/"})
    assert list(Article.objects.live()) == [sound]


def test_approval_is_the_main_button_and_says_what_it_did(leader: Client, place: Province2019) -> None:
    made = article(live=False, body=[("heading", "Nhân dân hưởng ứng")])
    made.save_revision()
    address = reverse("wagtailadmin_pages:edit", args=[made.pk])
    approve = 'data-workflow-action-name="approve"'
    assert [word in leader.get(address).content.decode() for word in (approve, "Lưu bản nháp")] == [
        False,
        True,
    ]
    Workflow.objects.get(active=True).start(made, place.finance)
    page = leader.get(address).content.decode()
    assert page.index(approve) < page.index("Lưu bản nháp")
    assert f'<button type="button" class="button" {approve}>' in page
    assert "Duyệt và xuất bản" in page
    said = form_of(made, **{"action-workflow-action": "true", "workflow-action-name": "approve"})
    answer = leader.post(address, said | {"body-0-value": "Nhân dân hưởng ứng"}, follow=True)
    assert [str(one) for one in answer.context["messages"]] == ["Đã duyệt và xuất bản: Tổng kết phong trào"]


def test_the_panel_of_checks_shows_our_points_and_no_empty_measures(
    leader: Client, place: Province2019
) -> None:
    made = article(live=False, body=FAULTY)
    made.save_revision()
    page = leader.get(reverse("wagtailadmin_pages:edit", args=[made.pk])).content.decode()
    (found,) = checked(made).open
    assert page.count("Còn 1 điểm cần xem trước khi xuất bản.") == 2  # in the form, and in the panel
    assert page.count(f"</strong>: {found.sentence}</li>") == 1
    assert ("data-content-word-count" in page, "data-content-checker-count" in page) == (False, False)


def test_a_preview_shows_what_a_reader_sees(leader: Client, place: Province2019) -> None:
    made = article(live=False, body=[("heading", "Nhân dân hưởng ứng")])
    made.save_revision()
    assert "Việc của tôi" in leader.get("/tin-tuc").content.decode()
    page = leader.get(reverse("wagtailadmin_pages:view_draft", args=[made.pk])).content.decode()
    assert ("Nhân dân hưởng ứng" in page, "Việc của tôi" in page) == (True, False)
    byline = page.split('<p class="article__by">')[1].split("</p>")[0]
    assert " ".join(byline.split()).split(" · ") == ["31/10/2019", "Trần Văn Ba – Ban Thi đua – Khen thưởng"]


def test_an_article_sent_for_review_stands_on_the_list_of_who_may_approve(
    leader: Client, place: Province2019
) -> None:
    user = account(BOARD_LEADER.code, place.unit("province"))
    editor = account(EDITOR.code, place.unit("province"))
    made = article(live=False, body=[("heading", "Nhân dân hưởng ứng")])
    made.save_revision()
    assert [*work_of(user)] == []
    Workflow.objects.get(active=True).start(made, editor)
    (item,) = work_of(user)
    assert (item.title, item.url, item.about) == (
        "1 bài chờ duyệt",
        reverse("wagtailadmin_pages:edit", args=[made.pk]),
        "Tổng kết phong trào",
    )
    assert [*work_of(editor)] == []
    second = article("hai", live=False, body=[])
    second.save_revision()
    Workflow.objects.get(active=True).start(second, editor)
    assert [(one.title, one.url) for one in work_of(user)] == [
        ("2 bài chờ duyệt", reverse("wagtailadmin_home"))
    ]
