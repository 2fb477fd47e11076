"""A figure is replaced, never edited."""

from datetime import date
from decimal import Decimal

import pytest

from tests.factories.targets import NINE_MONTHS, SIX_MONTHS, count, indicator, observed, ratio
from thidua.support.audit.models import AuditEntry
from thidua.support.refusals import NotAllowed, Refused
from thidua.targets.actions import record_observation
from thidua.targets.actions.replace_observations import replace_observations
from thidua.targets.enums import ObservationState
from thidua.targets.models import Observation
from thidua.targets.queries import history


def test_a_correction_is_a_new_row_and_the_old_one_is_kept(place):
    budget = indicator(place)
    first = observed(place, budget, place.province, 5000)
    second = observed(place, budget, place.province, 5027)
    first.refresh_from_db()
    assert (first.state, first.replaced_by) == (ObservationState.SUPERSEDED, second)
    assert (second.state, second.accepted_by, second.as_of) == ("accepted", place.officer, date(2019, 9, 30))
    found = history(budget, place.province, NINE_MONTHS)
    assert found.values == (second, first)
    assert [entry.action for entry in found.log] == ["targets.observation_recorded"] * 2


def test_what_is_on_record_already_is_not_repeated(place):
    budget = indicator(place)
    first = observed(place, budget, place.province, 5027)
    entries = AuditEntry.objects.count()
    assert observed(place, budget, place.province, 5027) == first
    assert (Observation.objects.count(), AuditEntry.objects.count()) == (1, entries)


def test_other_periods_and_units_are_other_figures(place):
    budget = indicator(place)
    observed(place, budget, place.province, 5027)
    observed(place, budget, place.province, 3300, period=SIX_MONTHS)
    observed(place, budget, place.de_tham, 12)
    assert Observation.objects.filter(state=ObservationState.ACCEPTED).count() == 3


def test_a_ratio_takes_two_integers_or_the_rate_alone(place):
    on_time = ratio(place)
    exact = observed(place, on_time, place.province, None, numerator=12422, denominator=12537)
    assert (exact.value, exact.numerator, exact.denominator) == (Decimal("99.0827"), 12422, 12537)
    bare = observed(place, on_time, place.district, "99.08")
    assert (bare.value, bare.numerator, bare.denominator) == (Decimal("99.08"), None, None)


@pytest.mark.parametrize(
    ("said", "fields"),
    [
        ({"numerator": 3}, {"denominator"}),
        ({"numerator": 3, "denominator": 0}, {"denominator"}),
        ({}, {"numerator"}),
    ],
)
def test_half_a_ratio_is_refused(place, said, fields):
    with pytest.raises(Refused) as refused:
        observed(place, ratio(place), place.province, None, **said)
    assert set(refused.value.faults) == fields


def test_a_part_larger_than_its_whole_and_a_value_out_of_range_are_refused(place):
    with pytest.raises(Refused) as refused:
        observed(place, ratio(place), place.province, None, numerator=11, denominator=10)
    assert "11" in refused.value.faults["value"][0]
    villages = count(place, maximum=Decimal(20))
    with pytest.raises(Refused):
        observed(place, villages, place.de_tham, 21)
    assert Observation.objects.count() == 0


def test_an_unusual_figure_is_asked_about_and_kept_with_its_reason(place):
    budget = indicator(place)
    observed(place, budget, place.province, 1000, period=SIX_MONTHS)
    with pytest.raises(Refused) as refused:
        observed(place, budget, place.province, 5027, confirmed="")
    assert set(refused.value.faults) == {"confirmed"}
    kept = observed(place, budget, place.province, 5027, confirmed="Thu từ cửa khẩu tăng")
    assert kept.note == "Thu từ cửa khẩu tăng"


def test_a_unit_officer_puts_nothing_on_record_without_a_sheet(place):
    budget = indicator(place)
    with pytest.raises(NotAllowed):
        record_observation(
            indicator=budget, unit=place.de_tham, period=NINE_MONTHS, value=Decimal(5), by=place.clerk
        )
    assert Observation.objects.count() == 0


def test_the_slower_of_two_who_fill_the_same_place_at_once_is_told(place):
    # What the database meets when two people find the place empty at the same moment.
    def at_once() -> Observation:
        return Observation(
            indicator=budget,
            unit=place.de_tham,
            starts_on=NINE_MONTHS.start,
            ends_on=NINE_MONTHS.end,
            as_of=NINE_MONTHS.end,
            value=Decimal(12),
        )

    budget = indicator(place)
    with pytest.raises(Refused) as refused:
        replace_observations([at_once(), at_once()])
    assert [str(said) for sentences in refused.value.faults.values() for said in sentences] == [
        "Có người vừa ghi một trong các số liệu này cùng lúc. Hãy xem số đó rồi lưu lại."
    ]
    assert Observation.objects.count() == 0
