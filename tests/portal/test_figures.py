"""Figures in articles: what they stand for, what is kept of them, and what becomes of those withdrawn."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.factories.live_figures import LIVE_REVENUE, REVENUE, SHARE, freeze, publish, published
from tests.factories.reports import Province2019, province_2019
from thidua.portal.enums import FigureState
from thidua.portal.figures.codes import broken_codes, codes_in
from thidua.portal.models import PublishedFigure
from thidua.portal.queries.figures import Fault, find_figures
from thidua.reports.actions import correct_report
from thidua.support.audit.models import AuditEntry
from thidua.targets.models import Indicator, Observation

NO_BREAK = "\u00a0"


@pytest.fixture
def place(db: None) -> Province2019:
    return province_2019()


def text_of(code: str) -> str:
    [known] = codes_in([code])
    return find_figures([known])[known].text.replace(NO_BREAK, " ")


def fault_of(code: str) -> Fault | None:
    [known] = codes_in([code])
    return find_figures([known])[known].fault


def kept(row_code: str = LIVE_REVENUE) -> tuple[str, str]:
    row = PublishedFigure.objects.get(code=row_code)
    return row.state, row.told["vi"]["text"].replace(NO_BREAK, " ") if row.told else ""


def measure(value: str) -> None:
    Observation.objects.filter(indicator__code="budget_revenue", starts_on__year=2019).update(
        value=Decimal(value)
    )


def test_a_code_names_a_frozen_version_or_a_period_and_a_place() -> None:
    assert [str(code) for code in codes_in([f"Thu {REVENUE}, {LIVE_REVENUE} và {REVENUE}"])] == [
        REVENUE,
        LIVE_REVENUE,
    ]


@pytest.mark.parametrize("typed", ["{{budget_revenue}}", "{{ }}", "{{lang-son-2019@1:giá trị}}", "đạt {{ 5"])
def test_braces_that_are_no_code_are_found(typed: str) -> None:
    [(start, _end)] = broken_codes(typed)
    assert typed[start : start + 2] == "{{"
    assert codes_in([typed]) == ()


def test_a_figure_reads_as_the_frozen_report_prints_it(place: Province2019) -> None:
    freeze(place)
    assert (text_of(REVENUE), text_of(SHARE)) == ("5.027 tỷ đồng", "đạt 92,2% so với dự toán")


def test_a_figure_of_a_period_is_what_was_accepted_for_it(place: Province2019) -> None:
    assert text_of(LIVE_REVENUE) == "5.027 tỷ đồng"


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("{{lang-son-2019@2:indicator.budget_revenue.value}}", Fault.UNKNOWN),
        ("{{lang-son-2018@1:indicator.budget_revenue.value}}", Fault.UNKNOWN),
        ("{{lang-son-2019@1:indicator.never_heard_of.value}}", Fault.UNKNOWN),
        ("{{khong-phai-ky:indicator.budget_revenue.value}}", Fault.UNKNOWN),
        ("{{2019-9T:awards.list}}", Fault.UNKNOWN),
        ("{{2019-9T:indicator.never_heard_of.value}}", Fault.WITHDRAWN),
        ("{{2017-9T:indicator.budget_revenue.value}}", Fault.NO_RECORD),
    ],
)
def test_a_code_without_a_figure_says_why(place: Province2019, code: str, fault: Fault) -> None:
    freeze(place)
    assert fault_of(code) is fault


def test_a_frozen_figure_never_drifts(place: Province2019) -> None:
    freeze(place)
    article = published(f"Thu ngân sách {REVENUE}, nay là {LIVE_REVENUE}.")
    measure("5100")
    publish(article)
    assert (kept(REVENUE), kept(LIVE_REVENUE)) == (
        ("current", "5.027 tỷ đồng"),
        ("current", "5.100 tỷ đồng"),
    )


def test_an_article_does_not_change_before_it_is_published_again(place: Province2019) -> None:
    published(f"Thu ngân sách {LIVE_REVENUE}.")
    measure("5100")
    assert kept() == ("current", "5.027 tỷ đồng")


def test_a_later_version_that_says_something_else_is_told(place: Province2019) -> None:
    freeze(place)
    report = place.report
    report.refresh_from_db()
    correct_report(report=report, note="Số thu ghi nhầm.", by=place.leader)
    measure("5100")
    freeze(place, note="Sửa số thu ngân sách.")
    [code] = codes_in([REVENUE])
    found = find_figures([code])[code]
    assert (found.text.replace(NO_BREAK, " "), found.newer.replace(NO_BREAK, " ")) == (
        "5.027 tỷ đồng",
        "5.100 tỷ đồng",
    )


def test_the_value_last_published_stays_when_its_indicator_is_withdrawn(place: Province2019) -> None:
    article = published(f"Thu ngân sách {LIVE_REVENUE}.")
    Indicator.objects.filter(code="budget_revenue").update(is_active=False)
    publish(article)
    assert kept() == (FigureState.KEPT, "5.027 tỷ đồng")


def test_of_a_figure_that_never_had_a_value_nothing_is_kept(place: Province2019) -> None:
    Indicator.objects.filter(code="budget_revenue").update(is_active=False)
    published(f"Thu ngân sách {LIVE_REVENUE}.")
    assert kept() == (FigureState.WITHDRAWN, "")


def test_a_figure_taken_out_of_the_text_is_kept_no_longer(place: Province2019) -> None:
    article = published(f"Thu ngân sách {LIVE_REVENUE}.")
    article.body = [("paragraph", "<p>Thu ngân sách đạt khá.</p>")]
    publish(article)
    assert list(PublishedFigure.objects.all()) == []


def test_the_log_keeps_what_the_figures_said(place: Province2019) -> None:
    published(f"Thu ngân sách {LIVE_REVENUE}.")
    entry = AuditEntry.objects.filter(action="portal.figures_kept").get()
    assert "5.027" in entry.details


@pytest.mark.parametrize("places", [("value",), ("value", "share_of_plan", "plan")])
def test_publishing_costs_the_same_whatever_the_number_of_figures(
    place: Province2019, places: tuple[str, ...], django_assert_num_queries: object
) -> None:
    codes = codes_in(f"{{{{2019-9T:indicator.budget_revenue.{place}}}}}" for place in places)
    with django_assert_num_queries(14):  # type: ignore[operator]
        find_figures(codes)
