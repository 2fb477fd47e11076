"""The demonstration stays out of a database that somebody works in."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from thidua.accounts.actions import create_account
from thidua.movements.models import Movement


def test_it_is_not_mixed_into_a_database_in_use(db: None) -> None:
    create_account(username="that", full_name="Người dùng thật", password="mot-hai-ba-bon-9", by=None)

    with pytest.raises(CommandError, match="in use"):
        call_command("demo", stdout=StringIO())

    assert Movement.objects.count() == 0
