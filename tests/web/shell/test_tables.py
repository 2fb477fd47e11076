"""Lists: order, pages, filters and CSV come from the address, at the same number of queries for any rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from django import forms
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import override

from tests.web.shell.conftest import rendered
from thidua.accounts.actions import create_account
from thidua.accounts.models import User
from thidua.support.spreadsheets.reading import read_table
from thidua.web.shell import cells
from thidua.web.shell.filters import FilterForm
from thidua.web.shell.tables import Column, Table
from thidua.web.shell.tags import Tag, Tone

Request = Callable[..., HttpRequest]


class AccountFilter(FilterForm):
    q = forms.CharField(label="Tên có chứa")
    group = forms.ChoiceField(
        label="Nhóm", choices=[("", "Tất cả"), ("xa", [("la", "Xã lạ"), ("quen", "Xã quen")])]
    )
    only_with_phone = forms.BooleanField(label="Có điện thoại")
    least = forms.IntegerField(label="Ít nhất")

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        if "q" in answers:
            rows = rows.filter(full_name__contains=answers["q"])
        return rows.exclude(phone="") if answers.get("only_with_phone") else rows


ACCOUNTS: Table[User] = Table(
    name="accounts",
    caption="Tài khoản",
    columns=(
        Column(
            "name",
            "Họ tên",
            lambda row: cells.link(f"/{row.pk}", row.full_name),
            csv=lambda row: row.full_name,
            sort=("full_name",),
            header=True,
        ),
        Column("phone", "Điện thoại", lambda row: row.phone),
        Column("last", "Lần cuối", lambda row: row.last_login, sort=("last_login",)),
        Column("state", "Trạng thái", lambda row: Tag("Đang mở", Tone.SUCCESS)),
        Column("number", "Số", lambda row: None, numeric=True),
    ),
    order="name",
    empty="Chưa có tài khoản nào.",
    filters=AccountFilter,
    page_size=2,
)


EXPORTED: Table[User] = Table(
    name="exported",
    caption="Tài khoản",
    columns=(
        Column("name", "Họ tên", lambda row: row.full_name, sort=("full_name",), header=True),
        Column("joined", "Ngày vào", lambda row: row.date_joined.date(), export_only=True),
        Column("number", "Số", lambda row: Decimal("12.5"), numeric=True, export_only=True),
    ),
    order="name",
    empty="Chưa có tài khoản nào.",
)


def accounts(*names: str) -> None:
    for index, name in enumerate(names):
        create_account(username=f"u{index}", full_name=name, password="mat khau kiem thu 2019", by=None)


FOLDED = '<c-filter-bar :table="table" folds="1" />'


@pytest.mark.parametrize(
    ("asked", "fold"),
    [
        ("", '<details class="filter-bar__more">'),
        ("?group=la", '<details class="filter-bar__more" open>'),
        ("?least=x", '<details class="filter-bar__more" open>'),
    ],
)
def test_all_filters_but_the_first_fold_until_one_is_in_force_or_wrong(
    db: None, get: Request, asked: str, fold: str
) -> None:
    html = rendered(FOLDED, table=ACCOUNTS.view(get("/x" + asked), User.objects.all()))
    before, _, rest = html.partition(fold)
    inside, _, after = rest.partition("</details>")
    assert [part.count(' name="') for part in (before, inside, after)] == [1, 3, 0]
    assert 'name="q"' in before
    assert 'type="submit"' in after


def test_filters_do_not_fold_where_nobody_asked(db: None, get: Request) -> None:
    html = rendered('<c-filter-bar :table="table" />', table=ACCOUNTS.view(get("/x"), User.objects.all()))
    assert ("<details" in html, html.count(' name="')) == (False, 4)


@pytest.mark.parametrize("rows", [1, 3])
def test_a_page_costs_two_queries_whatever_its_rows(
    db: None, get: Request, rows: int, django_assert_num_queries: Any
) -> None:
    accounts(*"ABC"[:rows])
    with django_assert_num_queries(2):
        view = ACCOUNTS.view(get("/x"), User.objects.all())
    assert (len(view.rows), view.page.total) == (min(rows, 2), rows)


def test_the_order_stands_in_the_address_and_a_second_click_turns_it(db: None, get: Request) -> None:
    accounts("An", "Bình", "Chi")
    first = ACCOUNTS.view(get("/x?q="), User.objects.all())
    assert first.rows[0][0].html.endswith(">An</a>")
    heading = first.headings[0]
    assert (heading.direction, heading.sort_url) == ("ascending", "?q=&xep=-name")
    turned = ACCOUNTS.view(get("/x" + heading.sort_url), User.objects.all())
    assert turned.rows[0][0].html.endswith(">Chi</a>")
    assert (turned.headings[0].direction, turned.headings[0].sort_url) == ("descending", "?q=&xep=name")


def test_what_cannot_be_sorted_has_no_link_and_an_unknown_order_is_the_usual_one(
    db: None, get: Request
) -> None:
    accounts("Bình", "An")
    view = ACCOUNTS.view(get("/x?xep=phone"), User.objects.all())
    assert view.headings[1].sort_url == ""
    assert view.headings[0].direction == "ascending"
    assert [row[0].html[-7:-4] for row in view.rows] == [">An", "ình"]


@pytest.mark.parametrize("order", ["last", "-last"])
def test_unknown_values_come_last_in_either_direction(
    db: None, get: Request, order: str, django_user_model: type[User]
) -> None:
    accounts("An", "Bình")
    django_user_model.objects.filter(full_name="Bình").update(last_login="2019-10-31T10:00Z")
    view = ACCOUNTS.view(get(f"/x?xep={order}"), User.objects.all())
    assert [">An<" in row[0].html for row in view.rows] == [False, True]


def test_pages_know_where_they_are_and_a_page_beyond_the_end_is_the_last(db: None, get: Request) -> None:
    accounts("An", "Bình", "Chi")
    first = ACCOUNTS.view(get("/x"), User.objects.all()).page
    assert (first.number, first.count, first.first, first.last, first.total) == (1, 2, 1, 2, 3)
    assert (first.previous_url, first.next_url) == ("", "?trang=2")
    last = ACCOUNTS.view(get("/x?trang=99&xep=-name"), User.objects.all()).page
    assert (last.number, last.first, last.last) == (2, 3, 3)
    assert (last.previous_url, last.next_url) == ("?xep=-name&trang=1", "")
    for nonsense in ("0", "-1", "two", "²", "9" * 40):
        assert ACCOUNTS.view(get(f"/x?trang={nonsense}"), User.objects.all()).page.number in {1, 2}


def test_filters_narrow_the_list_and_can_be_taken_away_one_by_one(db: None, get: Request) -> None:
    accounts("Lương Thị Bình", "Trần Văn Ba", "Lương Hồng Chắn")
    view = ACCOUNTS.view(get("/x?q=Lương&group=quen&xep=-name&trang=2"), User.objects.all())
    assert view.page.total == 2
    assert [(chosen.label, chosen.answer) for chosen in view.chosen] == [
        ("Tên có chứa", "Lương"),
        ("Nhóm", "Xã quen"),
    ]
    assert view.chosen[0].without == "?group=quen&xep=-name"


def test_a_wrong_answer_filters_nothing_and_says_so(db: None, get: Request) -> None:
    accounts("An", "Bình")
    view = ACCOUNTS.view(get("/x?least=nhiều&q=An"), User.objects.all())
    assert view.page.total == 1
    assert view.filters is not None
    assert list(view.filters.errors) == ["least"]
    assert [chosen.label for chosen in view.chosen] == ["Tên có chứa"]


def test_the_csv_holds_all_matches_in_the_order_of_the_page(db: None, get: Request) -> None:
    accounts("Lương Thị Bình", "=cmd|' /C calc'!A0", "Lương Hồng Chắn", "Lương An")
    with override("vi"):
        response = ACCOUNTS.respond(get("/x?dinh-dang=csv&xep=-name"), User.objects.all(), "unused.html")
    assert response["Content-Disposition"] == 'attachment; filename="accounts.csv"'
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response.content.decode("utf-8").splitlines() == [
        "\ufeffHọ tên;Điện thoại;Lần cuối;Trạng thái;Số",
        "Lương Thị Bình;;;Đang mở;",
        "Lương Hồng Chắn;;;Đang mở;",
        "Lương An;;;Đang mở;",
        "'=cmd|' /C calc'!A0;;;Đang mở;",
    ]


def test_a_list_of_many_columns_scrolls_in_a_box_that_the_keyboard_reaches(get: Request) -> None:
    def view(columns: int) -> str:
        table: Table[str] = Table(
            name="wide",
            caption="Bảng rộng",
            columns=tuple(Column(f"c{number}", "Cột", lambda row: row) for number in range(columns)),
            order="",
            empty="",
        )
        return rendered('<c-data-table :table="table" />', table=table.view(get(), ["x"]))

    assert 'tabindex="0" role="region" aria-label="Bảng rộng"' in view(8)
    assert "tabindex" not in view(7)


def test_only_the_list_is_sent_when_only_the_list_is_asked_for(db: None, get: Request) -> None:
    accounts("An")
    part = ACCOUNTS.respond(
        get("/x", **{"HX-Request": "true", "HX-Target": "accounts"}), User.objects.all(), "unused.html"
    )
    html = part.content.decode()
    assert html.lstrip().startswith('<div class="list" id="accounts">')
    assert "<html" not in html
    assert part["Vary"] == "HX-Request, HX-Target"


def test_lists_that_are_no_querysets_are_sorted_by_a_function(get: Request) -> None:
    words: Table[str] = Table(
        name="words",
        caption="Từ",
        columns=(Column("word", "Từ", lambda row: row, sort=lambda row: row[::-1], header=True),),
        order="-word",
        empty="",
    )
    rows = ["ab", "ca", "bc"]
    assert [row[0].html for row in words.view(get(), rows).rows] == ["bc", "ab", "ca"]


def test_rows_without_an_order_come_as_they_are(get: Request) -> None:
    words: Table[str] = Table(
        name="words", caption="Từ", columns=(Column("word", "Từ", lambda row: row),), order="", empty=""
    )
    assert [row[0].html for row in words.view(get(), ["b", "a"]).rows] == ["b", "a"]


@pytest.mark.parametrize(
    ("value", "numeric", "html"),
    [
        ("<b>", False, "&lt;b&gt;"),
        (SafeString("<b>"), False, "<b>"),
        (12537, True, "12.537"),
        (True, False, "Có"),
        (None, False, ""),
        (None, True, '<span class="unknown">chưa có số</span>'),
        (Tag("Nháp"), False, '<strong class="tag tag--neutral">Nháp</strong>'),
    ],
)
def test_a_cell_is_drawn_by_its_type(value: object, numeric: bool, html: str) -> None:
    with override("vi"):
        assert cells.show(value, numeric=numeric) == html


def test_what_people_typed_is_never_html() -> None:
    assert cells.link("/?a=1&b=2", "<i>", "&") == (
        '<a href="/?a=1&amp;b=2">&lt;i&gt;<span class="visually-hidden"> &amp;</span></a>'
    )
    assert cells.with_note("<a>", "<b>") == '&lt;a&gt;<span class="cell-note">&lt;b&gt;</span>'
    assert cells.with_mark("<a>", "recorded") == "&lt;a&gt;"


def test_the_workbook_holds_what_the_csv_holds(db: None, get: Request) -> None:
    accounts("Lương Thị Bình", "=cmd|' /C calc'!A0", "Lương Hồng Chắn")
    tables = {}
    for kind in ("xlsx", "csv"):
        response = EXPORTED.respond(get(f"/x?dinh-dang={kind}&xep=-name"), User.objects.all(), "unused.html")
        assert response["Content-Disposition"] == f'attachment; filename="exported.{kind}"'
        tables[kind] = read_table(response.content, f"exported.{kind}")
    assert tables["xlsx"].headings == tables["csv"].headings == ("Họ tên", "Ngày vào", "Số")
    joined = User.objects.values_list("date_joined", flat=True)[0].date()
    names = ["Lương Thị Bình", "Lương Hồng Chắn", "=cmd|' /C calc'!A0"]
    assert [row.values for row in tables["xlsx"].rows] == [(name, joined, Decimal("12.5")) for name in names]
    assert [row.values for row in tables["csv"].rows] == [
        (name, f"{joined:%d/%m/%Y}", "12,5") for name in names
    ]


def test_a_column_for_downloads_alone_is_not_drawn(db: None, get: Request) -> None:
    accounts("An")
    assert [heading.label for heading in EXPORTED.view(get("/x"), User.objects.all()).headings] == ["Họ tên"]


def test_rows_of_a_page_are_prepared_at_once(db: None, get: Request) -> None:
    accounts(*"ABC")
    prepared: list[list[str]] = []
    table = replace(ACCOUNTS, prepare=lambda rows: prepared.append([row.full_name for row in rows]))
    table.view(get("/x"), User.objects.all())
    table.respond(get("/x?dinh-dang=csv"), User.objects.all(), "unused.html")
    assert prepared == [["A", "B"], ["A", "B", "C"]]
