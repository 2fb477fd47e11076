"""Components say what they show to those who see and to those who hear the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from django.utils.translation import override

from tests.web.shell.conftest import rendered
from thidua.core.provenance import Provenance
from thidua.web.shell.fields import TextField
from thidua.web.shell.figures import Comparison, Figure
from thidua.web.shell.forms import Form
from thidua.web.shell.tags import Tag, Tone


@pytest.fixture(autouse=True)
def _in_vietnamese() -> Iterator[None]:
    with override("vi"):
        yield


BUDGET = Figure(
    label="Thu ngân sách so với kế hoạch",
    value="92,2%",
    basis="5.027 / 5.452 tỷ đồng",
    period="01/01–30/09/2019",
    as_of="30/09/2019",
    source="Sở Tài chính",
    accepted_by="Trần Văn Ba, 01/10/2019",
    comparisons=(Comparison("Cùng kỳ", "3.688 tỷ đồng"),),
    provenance=Provenance.TEST,
    rows_url="/rows",
)


def test_a_figure_shows_value_basis_period_day_source_and_who_accepted_it() -> None:
    assert [(row.label, row.value) for row in BUDGET.basis_rows] == [
        ("Tính từ", "5.027 / 5.452 tỷ đồng"),
        ("Kỳ", "01/01–30/09/2019"),
        ("Tính đến ngày", "30/09/2019"),
        ("Cùng kỳ", "3.688 tỷ đồng"),
        ("Nguồn", "Sở Tài chính"),
        ("Người chấp nhận", "Trần Văn Ba, 01/10/2019"),
    ]
    html = rendered('<c-figure :figure="figure" />', figure=BUDGET)
    assert '<p class="figure__value">92,2%</p>' in html
    assert '<span class="mark">dữ liệu kiểm thử</span>' in html
    assert '<a href="/rows">Xem các dòng tạo nên số này<span class="visually-hidden"> – Thu ngân sách' in html


def test_what_a_figure_does_not_know_is_said_and_not_left_out() -> None:
    rows = {row.label: row.value for row in Figure(label="Ủng hộ", value=None).basis_rows}
    assert rows == {
        "Kỳ": "chưa rõ",
        "Tính đến ngày": "chưa rõ",
        "Nguồn": "chưa rõ",
        "Người chấp nhận": "chưa ai chấp nhận",
    }


def test_no_figure_is_words_and_never_zero() -> None:
    html = rendered(
        '<c-figure :figure="figure" />', figure=Figure(label="Ủng hộ", value=None, unit="tỷ đồng")
    )
    assert '<p class="figure__value figure__value--none">chưa có số</p>' in html


def test_a_figure_in_a_sentence_opens_its_basis_without_script() -> None:
    html = rendered('<p>Đạt <c-figure-inline :figure="figure" id="f1" />.</p>', figure=BUDGET)
    assert 'popovertarget="f1"' in html
    assert 'id="f1" popover>' in html
    assert html.count("92,2%") == 1


def test_a_link_with_little_text_says_what_it_changes_to_those_who_hear_it() -> None:
    html = rendered(
        '<c-summary-list><c-summary-row key="Họ tên" href="/x">An</c-summary-row></c-summary-list>'
    )
    assert '<a href="/x">Sửa<span class="visually-hidden"> Họ tên</span></a>' in html


def test_text_given_to_a_component_is_never_html() -> None:
    source = '<c-page-header title="{{ x }}" /><c-empty title="{{ x }}" /><c-button href="{{ y }}">{{ x }}</c-button>'
    html = rendered(source, x="<script>", y='"><b>')
    assert html.count("&lt;script&gt;") == 3
    assert "<script>" not in html
    assert "<b>" not in html


def test_a_finished_task_is_plain_text_and_another_a_tag() -> None:
    html = rendered(
        '<c-task-list><c-task title="A" href="/a" done="Hoàn thành" /><c-task title="B" :tag="tag" /></c-task-list>',
        tag=Tag("Chưa thể làm", Tone.NEUTRAL),
    )
    assert '<a href="/a">A</a>' in html
    assert '<div class="task__state">Hoàn thành</div>' in html
    assert '<span class="task__later">B</span>' in html
    assert '<strong class="tag tag--neutral">Chưa thể làm</strong>' in html


def test_a_component_does_not_take_values_from_the_page_around_it() -> None:
    html = rendered(
        '<c-button>Lưu</c-button><c-figure :figure="figure" />', figure=BUDGET, href="/elsewhere", level="9"
    )
    assert "/elsewhere" not in html
    assert "<h3" in html


def test_the_gallery_shows_every_component(signed_in: Callable[..., Client]) -> None:
    response = signed_in("administrator").get("/lam-viec/thanh-phan")
    html = response.content.decode()
    marks = {
        "breadcrumb": 'class="breadcrumb"',
        "notification": 'class="notification notification--success"',
        "inset": 'class="inset"',
        "warning": 'class="warning-text"',
        "summary card": 'class="card__title"',
        "task list": 'class="task-list"',
        "timeline": 'class="timeline"',
        "empty state": 'class="empty"',
        "figure": 'class="figure"',
        "figure in a sentence": 'class="figure-inline"',
        "bullet bar": 'class="bullet"',
        "bar in a cell": 'class="cell-bar"',
        "trend": 'class="trend"',
        "tabs": 'class="tabs"',
        "stepper": 'class="stepper"',
        "autosave": 'class="autosave"',
        "filters": 'class="filter-bar"',
        "list": 'class="list"',
        "pages": 'class="pagination"',
        "file": 'type="file"',
        "date": 'name="day"',
        "choices": 'type="radio"',
        "count": "data-count-for",
        "mark": 'class="mark"',
    }
    assert [name for name, mark in marks.items() if mark not in html] == []
    assert html.count("<h1>") == 1
    assert "style=" not in html


def test_the_gallery_is_closed_to_others_and_says_to_whom_it_is_open(
    signed_in: Callable[..., Client], client: Client
) -> None:
    anonymous = client.get("/lam-viec/thanh-phan")
    assert (anonymous.status_code, anonymous["Location"]) == (302, "/dang-nhap?next=/lam-viec/thanh-phan")
    response = signed_in("unit_officer").get("/lam-viec/thanh-phan")
    assert response.status_code == 403
    html = response.content.decode()
    assert "Trang này dành cho: " in html
    assert "Mọi trang đều ghép từ các phần này" not in html


@pytest.mark.parametrize(("hides", "told"), [(False, 1), (True, 0)])
def test_of_a_short_list_nothing_tells_how_much_may_still_be_typed(hides: bool, told: int) -> None:
    class Names(Form):
        names = TextField(label="Tác giả", max_length=9_000, hides_count=hides)

    assert rendered('<c-field :field="field" />', field=Names()["names"]).count("field__count") == told
