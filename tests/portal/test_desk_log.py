"""What happens on the editor's desk stands in our own log, and the people concerned are told."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from tests.factories import portal
from tests.factories.movements import account, small_province
from thidua.accounts.models import User
from thidua.accounts.roles import BOARD_LEADER, EDITOR
from thidua.portal.enums import DocumentKind
from thidua.portal.models import Article, DocumentIndex, Front, InformationPage, PublicDocument
from thidua.support.audit.models import AuditEntry
from thidua.support.audit.words import action_words
from thidua.support.notices.models import Notice

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def people() -> tuple[User, User]:
    """An editor and a leader of the Board."""
    place = small_province()
    return account(EDITOR.code, place.province), account(BOARD_LEADER.code, place.province)


def enter(client: Client, user: User) -> None:
    client.force_login(user, backend=BACKEND)
    client.get(reverse("wagtailadmin_home"))


def logged() -> list[tuple[str, str, str]]:
    """Return the entries of the desk: action, who, of what."""
    rows = AuditEntry.objects.filter(action__startswith="portal.").order_by("sequence")
    return list(rows.values_list("action", "actor_name", "subject_name"))


def draft() -> Article:
    made = portal.article(
        "bai", title="Tổng kết", live=False, body=[("paragraph", "<p>Tỉnh đã tổng kết hai đợt thi đua.</p>")]
    )
    made.save_revision()
    return made


def submit(page: Page, by: User) -> None:
    """Send a page to review as the desk does."""
    workflow = page.get_workflow()
    assert workflow is not None
    workflow.start(page, by)


def review(client: Client, page: Page, action: str, comment: str = "") -> None:
    """Approve or return a page by the desk's own address."""
    state = page.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])
    assert client.post(address, {"comment": comment}).status_code in (200, 302)


def test_a_review_is_told_to_who_may_publish_and_its_end_to_who_wrote(client: Client, people) -> None:
    editor, leader = people
    page = draft()
    submit(page, editor)
    told = Notice.objects.order_by("pk").values_list("user", "subject")
    assert list(told) == [(leader.pk, "Có bài chờ duyệt: Tổng kết")]
    enter(client, leader)
    review(client, page, "reject", "Số thu chưa khớp báo cáo.")
    notice = Notice.objects.get(user=editor)
    assert notice.subject == "Bài của bạn bị trả lại: Tổng kết"
    assert notice.text.splitlines()[0] == "Lý do: Số thu chưa khớp báo cáo."
    assert mail.outbox == []


@pytest.mark.parametrize(
    ("kind", "waits", "returned"),
    [
        (DocumentKind.DECREE, "Có văn bản chờ duyệt: Mẫu", "Văn bản của bạn bị trả lại: Mẫu"),
        (DocumentKind.FORM, "Có biểu mẫu chờ duyệt: Mẫu", "Biểu mẫu của bạn bị trả lại: Mẫu"),
        (None, "Có trang chờ duyệt: Mẫu", "Trang của bạn bị trả lại: Mẫu"),
    ],
)
def test_notices_say_what_kind_of_page_they_are_about(
    client: Client, people, kind: DocumentKind | None, waits: str, returned: str
) -> None:
    editor, leader = people
    if kind is None:
        page: Page = InformationPage(title="Mẫu", slug="mau", live=False)
        Front.objects.get().add_child(instance=page)
    else:
        page = PublicDocument(title="Mẫu", slug="mau", kind=kind, issued_by="Ban", summary="Mẫu.", live=False)
        DocumentIndex.objects.get().add_child(instance=page)
    page.save_revision()
    submit(page, editor)
    enter(client, leader)
    review(client, page, "reject", "Thiếu tệp.")
    assert list(Notice.objects.order_by("pk").values_list("subject", flat=True)) == [waits, returned]


def test_what_is_published_stands_in_the_log_with_who_did_it(client: Client, people) -> None:
    editor, leader = people
    page = draft()
    submit(page, editor)
    enter(client, leader)
    review(client, page, "approve")
    page.refresh_from_db()
    assert page.live
    entries = logged()
    assert entries == [
        ("portal.workflow_start", editor.get_full_name(), "Tổng kết"),
        ("portal.workflow_approve", leader.get_full_name(), "Tổng kết"),
        ("portal.publish", leader.get_full_name(), "Tổng kết"),
    ]
    assert [action_words(action) for action, _who, _what in entries] == [
        "gửi duyệt một trang", "duyệt một trang", "xuất bản một trang",
    ]  # fmt: skip
    assert Notice.objects.filter(user=editor, subject="Bài của bạn đã được duyệt: Tổng kết").count() == 1


def test_who_may_write_may_not_publish(client: Client, people) -> None:
    editor, leader = people
    page = draft()
    submit(page, leader)
    enter(client, editor)
    state = page.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    client.post(address, {"comment": ""})
    page.refresh_from_db()
    assert not page.live
    enter(client, leader)
    client.post(address, {"comment": ""})
    page.refresh_from_db()
    assert page.live  # the same press by who may publish: there was something to refuse


def test_a_scheduled_article_comes_out_at_its_hour_and_not_before(client: Client, people, capsys) -> None:
    _editor, leader = people
    enter(client, leader)
    page = draft()
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision(user=leader).publish(user=leader)
    call_command("publish_due")
    page.refresh_from_db()
    assert not page.live
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        call_command("publish_due")
        call_command("publish_due")
    page.refresh_from_db()
    assert page.live
    assert capsys.readouterr().out.splitlines() == [
        "Đã xuất bản 0 bài, gỡ 0 bài.", "Đã xuất bản 1 bài, gỡ 0 bài.", "Đã xuất bản 0 bài, gỡ 0 bài.",
    ]  # fmt: skip
    assert logged()[-1] == ("portal.publish_scheduled", "system", "Tổng kết")
