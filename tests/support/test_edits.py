"""Writing rows that people typed: what does not fit, who was faster, what changed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import connection, transaction
from django.utils import translation

from tests.factories.movements import SmallProvince
from tests.factories.records import gift, milestone
from thidua.contributions.models import Gift
from thidua.movements.models import Milestone
from thidua.support.edits import EditedMeanwhile, apply_edit, misfits


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def locked(row):
    return type(row).objects.select_for_update().get(pk=row.pk)


def test_a_text_that_is_too_long_says_by_how_much() -> None:
    assert misfits(Milestone, {"project": "x" * 301, "segment": "x" * 200}) == {
        "project": "This has 301 characters; at most 300 fit. Make it shorter."
    }


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("count", Decimal("1.5"), "Write a whole number, without decimals."),
        ("count", -1, "Write a number from 0 to 2.147.483.647."),
        ("year", 32768, "Write a number from 0 to 32.767."),
        ("year", 2019, None),
        ("count", None, None),
    ],
)
def test_a_number_must_fit_both_databases(name: str, value: object, sentence: str | None) -> None:
    assert misfits(Milestone, {name: value}).get(name) == sentence


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (Decimal("0.001"), "Write at most 2 decimals."),
        (Decimal("1e18"), "This number is too large. Check the unit it is counted in."),
        (Decimal("999999999999999999.99"), None),
    ],
)
def test_an_amount_must_fit_its_digits(value: Decimal, sentence: str | None) -> None:
    assert misfits(Gift, {"amount": value}).get("amount") == sentence


def test_a_name_without_a_column_passes() -> None:
    assert misfits(Milestone, {"partners": "x" * 1000}) == {}


def test_an_edit_writes_what_changed_and_counts_on(place: SmallProvince) -> None:
    row = milestone(place)
    with transaction.atomic():
        changes = apply_edit(locked(row), {"reached": "khánh thành", "segment": row.segment}, seen=1)
    row.refresh_from_db()
    assert (changes, row.reached, row.version) == (
        {"reached": ["thông xe kỹ thuật", "khánh thành"]},
        "khánh thành",
        2,
    )


def test_an_edit_without_a_change_writes_nothing(place: SmallProvince, django_assert_num_queries) -> None:
    row = milestone(place)
    with transaction.atomic():
        same = locked(row)
        with django_assert_num_queries(0):
            assert apply_edit(same, {"reached": row.reached}, seen=99) == {}


def test_the_second_of_two_is_told_both_values_and_writes_nothing(place: SmallProvince) -> None:
    row = gift(place, amount=Decimal("1000000"))
    with transaction.atomic():
        apply_edit(locked(row), {"amount": Decimal("2500000"), "consent": "given"}, seen=1)
    with pytest.raises(EditedMeanwhile) as caught, transaction.atomic():
        apply_edit(locked(row), {"amount": Decimal("3000000"), "consent": "refused"}, seen=1)
    row.refresh_from_db()
    assert (row.amount, caught.value.version) == (Decimal("2500000"), 2)
    assert caught.value.faults == {
        "amount": [
            "Somebody else has saved this meanwhile. Now stored: “2.500.000”; you have: “3.000.000”. "
            "Save again to keep yours."
        ],
        "consent": [
            "Somebody else has saved this meanwhile. Now stored: “agreed to be named”; you have: “asked not to be "
            "named”. Save again to keep yours."
        ],
    }


def test_saving_again_with_the_version_told_keeps_ones_own(place: SmallProvince) -> None:
    row = milestone(place)
    with transaction.atomic():
        apply_edit(locked(row), {"reached": "khánh thành"}, seen=1)
    with transaction.atomic():
        apply_edit(locked(row), {"reached": "thông xe"}, seen=2)
    row.refresh_from_db()
    assert (row.reached, row.version) == ("thông xe", 3)


def test_a_list_that_belongs_to_the_row_counts_as_a_change(place: SmallProvince) -> None:
    row = milestone(place)
    with transaction.atomic():
        changes = apply_edit(locked(row), {}, seen=1, lists={"partners": (["a"], ["a", "b"])})
    row.refresh_from_db()
    assert (changes, row.version) == ({"partners": [["a"], ["a", "b"]]}, 2)


def test_of_two_long_lists_only_the_difference_is_told(place: SmallProvince) -> None:
    row = milestone(place)
    many = [f"dòng {number}" for number in range(50)]
    with pytest.raises(EditedMeanwhile) as caught, transaction.atomic():
        apply_edit(locked(row), {}, seen=0, lists={"partners": (many, [*many, "dòng mới"])})
    assert caught.value.faults == {
        "partners": [
            "Somebody else has saved this meanwhile. Now stored: “(empty)”; you have: “dòng mới”. "
            "Save again to keep yours."
        ]
    }


def test_a_derived_column_is_written_and_not_told_of(place: SmallProvince) -> None:
    row = milestone(place)
    with transaction.atomic():
        changes = apply_edit(locked(row), {"reached": "khánh thành"}, seen=1, derived={"search_text": "moi"})
    row.refresh_from_db()
    assert (set(changes), row.search_text) == ({"reached"}, "moi")


def test_the_connection_is_usable_after_a_refusal(place: SmallProvince) -> None:
    row = milestone(place)
    with pytest.raises(EditedMeanwhile), transaction.atomic():
        apply_edit(locked(row), {"reached": "x"}, seen=7)
    assert not connection.needs_rollback
