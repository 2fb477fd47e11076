"""Numbers of rows that nobody has, as attackers send them."""

from __future__ import annotations

import pytest
from django import forms

from thidua.accounts.models import User
from thidua.web.shell.fields import RowsField
from thidua.web.shell.keys import key_of

ENDLESS = "9" * 5000  # Python refuses to read so many digits, a database so large a number


class ChoosingForm(forms.Form):
    rows = RowsField(queryset=User.objects.all())


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("7", 7),
        (7, 7),
        ("007", 7),
        ("", None),
        ("-1", None),
        ("²", None),
        ("１２", None),
        ("9" * 19, None),
        (ENDLESS, None),
    ],
)
def test_only_what_can_be_a_key_is_one(typed: object, key: int | None) -> None:
    assert key_of(typed) == key


@pytest.mark.parametrize("sent", ["9" * 20, ENDLESS, "²", "1; DROP TABLE", "7"])
def test_rows_that_nobody_has_are_told_as_a_fault_of_the_form(db: None, sent: str) -> None:
    form = ChoosingForm({"rows": [sent]})
    assert list(form.errors) == ["rows"]


def test_rows_that_there_are_can_be_chosen(db: None) -> None:
    row = User.objects.create(username="don-vi")
    form = ChoosingForm({"rows": [str(row.pk)]})
    assert form.is_valid()
    assert list(form.cleaned_data["rows"]) == [row]
