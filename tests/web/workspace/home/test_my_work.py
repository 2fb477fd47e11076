"""«Việc của tôi»: what waits, until when, and what the person may do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.translation import override

from thidua.accounts.models import User
from thidua.orgs.actions import create_unit, open_account
from thidua.orgs.drafts import UnitDraft
from thidua.orgs.enums import UnitKind
from thidua.web.shell import worklist
from thidua.web.shell.tags import Tag, Tone
from thidua.web.shell.worklist import WorkItem
from thidua.web.workspace.home.due import due_tag, grouped, span_links

TODAY = date(2019, 10, 31)


def item(title: str, days: int | None, group: str = "Đăng ký") -> WorkItem:
    return WorkItem(title, f"/{title}", group, due=None if days is None else TODAY + timedelta(days=days))


WORK = [item("a", -2), item("b", 0), item("c", 7, "Số liệu"), item("d", 8), item("e", None)]


@pytest.mark.parametrize(
    ("chosen", "titles"),
    [("", "abcde"), ("qua-han", "a"), ("hom-nay", "b"), ("tuan-nay", "bc")],
)
def test_work_is_narrowed_by_when_it_is_due(chosen: str, titles: str) -> None:
    groups = grouped(WORK, chosen, TODAY)
    assert sorted(found.title for group in groups for found in group.items) == list(titles)


def test_the_heading_with_the_soonest_work_comes_first() -> None:
    assert [
        (group.heading, [found.title for found in group.items]) for group in grouped(WORK, "", TODAY)
    ] == [
        ("Đăng ký", ["a", "b", "d", "e"]),
        ("Số liệu", ["c"]),
    ]


def test_each_filter_tells_how_much_it_would_show() -> None:
    with override("vi"):
        links = span_links(WORK, "hom-nay", TODAY)
    assert [(link.label, link.url, link.count, link.current) for link in links] == [
        ("Tất cả việc", "?", 5, False),
        ("Quá hạn", "?han=qua-han", 1, False),
        ("Hôm nay", "?han=hom-nay", 1, True),
        ("Trong 7 ngày tới", "?han=tuan-nay", 2, False),
    ]


@pytest.mark.parametrize(
    ("days", "tag"),
    [
        (-2, Tag("quá hạn 2 ngày", Tone.ERROR)),
        (0, Tag("đến hạn hôm nay", Tone.WARNING)),
        (7, Tag("còn 7 ngày", Tone.WARNING)),
        (8, None),
    ],
)
def test_the_time_that_is_left_is_told_in_words(days: int, tag: Tag | None) -> None:
    with override("vi"):
        assert due_tag(TODAY + timedelta(days=days), TODAY) == tag
        assert due_tag(None, TODAY) is None


@pytest.fixture
def officer(client: Client, db: None) -> Client:
    province = create_unit(draft=UnitDraft(name="Tỉnh Lạng Sơn", kind=UnitKind.PROVINCE), by=None)
    user = open_account(
        username="officer",
        full_name="Trần Văn Ba",
        password="mat khau kiem thu 2019",
        role="board_officer",
        unit=province,
        by=None,
        must_change_password=False,
    )
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def waiting(monkeypatch: pytest.MonkeyPatch) -> list[WorkItem]:
    """Give the list of what waits; tests fill it."""
    work: list[WorkItem] = []

    def source(user: User) -> list[WorkItem]:
        return work if user.username == "officer" else []

    monkeypatch.setattr(worklist, "_sources", [source])
    return work


def test_a_person_without_work_is_told_so_and_what_to_do_next(
    officer: Client, waiting: list[WorkItem]
) -> None:
    html = officer.get("/viec-cua-toi").content.decode()
    assert "<h1>Việc của tôi</h1>" in html
    assert "Không có việc nào đang chờ bạn" in html
    assert '<td data-label="Đơn vị">Tỉnh Lạng Sơn</td>' in html


def test_work_is_shown_with_its_place_its_state_and_its_day(officer: Client, waiting: list[WorkItem]) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    waiting.append(
        WorkItem(
            "Xem <đăng ký>",
            "/dang-ky/1",
            "Đăng ký thi đua",
            due=yesterday,
            state=Tag("Đã gửi", Tone.INFO),
            about="Xã Đề Thám",
        )
    )
    html = officer.get("/viec-cua-toi").content.decode()
    assert "<h1>Việc của tôi (1)</h1>" in html
    assert '<a href="/dang-ky/1">Xem &lt;đăng ký&gt;</a><p class="task__hint">Xã Đề Thám</p>' in html
    assert f'<span class="work-due">hạn {yesterday:%d/%m/%Y}</span>' in html
    assert '<strong class="tag tag--error">quá hạn 1 ngày</strong>' in html
    assert '<strong class="tag tag--info">Đã gửi</strong>' in html


def test_an_empty_filter_leads_back_to_everything(officer: Client, waiting: list[WorkItem]) -> None:
    waiting.append(WorkItem("Việc không hạn", "/x", "Đăng ký"))
    html = officer.get("/viec-cua-toi?han=hom-nay").content.decode()
    assert "Không có việc đến hạn trong khoảng này" in html
    assert "Việc không hạn" not in html
    assert "Việc không hạn" in officer.get("/viec-cua-toi?han=nonsense").content.decode()


def test_visitors_are_asked_to_sign_in_first(client: Client, db: None) -> None:
    assert client.get("/viec-cua-toi")["Location"] == "/dang-nhap?next=/viec-cua-toi"


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_whatever_waits(
    officer: Client, waiting: list[WorkItem], count: int, django_assert_num_queries: Callable[..., object]
) -> None:
    waiting.extend(WorkItem(f"Việc {number}", "/x", "Đăng ký") for number in range(count))
    with django_assert_num_queries(3):  # type: ignore[attr-defined] # the session, the person, the roles
        html = officer.get("/viec-cua-toi").content.decode()
    assert html.count('<li class="task">') == count
