"""A draft costs the same number of queries whatever the rows."""

from __future__ import annotations

import pytest

from tests.factories.reports import confer, observe, person, role_model
from thidua.movements.models import Event, Milestone
from thidua.orgs.actions import add_position
from thidua.reports.access import awaiting_sign_off_by, may_see, visible_to
from thidua.reports.models import ClosingReport
from thidua.reports.queries.draft import assemble
from thidua.reports.queries.trace import trace
from thidua.targets.models import Indicator

QUERIES = 50


def more_rows(place) -> None:
    """Add one more row of every kind."""
    province, special = place.unit("province"), place.special
    who = person("Nông Văn Thêm")
    add_position(person=who, unit=place.unit("na_peo"), title="Bí thư Chi bộ", by=None, valid_from=None)
    role_model(who, special, province)
    confer(place.unit("people"), special, {"collective": 1, "individual": 2})
    event = Event.objects.create(name="Hội báo xuân", scale="local", year=2019, host=province, incidents=0)
    event.movements.add(special)
    milestone = Milestone.objects.create(
        field="economy", kind="completed", project="Cầu Mới", reached="thông xe", year=2019, unit=province
    )
    milestone.movements.add(special)
    indicator = Indicator.objects.create(
        code="extra", name="Thêm", kind="count", measure="xã", direction="up", field="economy", owner=province
    )
    indicator.movements.add(special)
    observe(indicator, province, "5")


@pytest.mark.parametrize("times", [0, 2])
def test_a_draft_takes_a_fixed_number_of_queries(place, times, django_assert_num_queries):
    for number in range(times):
        if number:
            Indicator.objects.filter(code="extra").update(code="extra-before")
        more_rows(place)
    report = ClosingReport.objects.select_related("unit", "issuer").get()
    with django_assert_num_queries(QUERIES):
        assemble(report)


def test_one_figure_does_not_cost_the_whole_draft(place, django_assert_num_queries):
    report = ClosingReport.objects.select_related("unit", "issuer").get()
    with django_assert_num_queries(8):
        trace(report, "indicator.budget_revenue.share_of_plan")


def test_reports_are_seen_by_those_who_write_read_or_answer_for_them(place):
    seen = {
        name: list(visible_to(getattr(place, name))) == [place.report]
        for name in ("officer", "leader", "auditor", "finance", "centre")
    }
    assert seen == dict.fromkeys(seen, True)
    assert all(may_see(getattr(place, name), place.report) for name in seen)
    place.report.paragraphs.filter(key="economy").update(responsible=None)
    assert list(visible_to(place.finance)) == []
    assert not may_see(place.finance, place.report)


def test_a_unit_is_told_which_paragraphs_await_it(place):
    assert [row.key for row in awaiting_sign_off_by(place.finance)] == ["economy"]
    assert [row.key for row in awaiting_sign_off_by(place.auditor)] == []
