"""The demonstration stays out of a database that somebody works in, and its units away from those without the right."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from thidua.accounts.actions import create_account
from thidua.accounts.models import User
from thidua.demo.units import load_units
from thidua.movements.models import Movement
from thidua.orgs.models import Unit
from thidua.support.refusals import NotAllowed


def test_it_is_not_mixed_into_a_database_in_use(db: None) -> None:
    create_account(username="that", full_name="Người dùng thật", password="mot-hai-ba-bon-9", by=None)

    with pytest.raises(CommandError, match="in use"):
        call_command("demo", stdout=StringIO())

    assert Movement.objects.count() == 0


def test_only_those_who_manage_all_units_may_load_them(db: None) -> None:
    with pytest.raises(NotAllowed):
        load_units(by=User.objects.create(username="nobody", full_name="Không Ai"))

    assert not Unit.objects.exists()
