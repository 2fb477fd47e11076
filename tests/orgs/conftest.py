"""A small tree that lives through the abolition of districts, made through the actions."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from thidua.accounts.models import User
from thidua.orgs.actions import create_unit, grant_role
from thidua.orgs.drafts import UnitDraft
from thidua.orgs.enums import Hierarchy, UnitKind

IN_2019 = date(2019, 10, 31)
IN_2020 = date(2020, 6, 1)
TODAY = date(2026, 11, 1)


@pytest.fixture
def superuser(db):
    return User.objects.create(username="root", full_name="Quản Trị", is_superuser=True)


@pytest.fixture
def tree(superuser):
    """tỉnh → huyện A (xã Một → thôn Đông; xã Hai), huyện B (xã Ba); and a party root beside them."""

    def unit(name, kind, parent, hierarchy=Hierarchy.STATE):
        draft = UnitDraft(name=name, kind=kind, parent=parent, hierarchy=hierarchy)
        return create_unit(draft=draft, by=superuser)

    province = unit("Tỉnh Thử", UnitKind.PROVINCE, None)
    a = unit("Huyện A", UnitKind.DISTRICT, province)
    b = unit("Huyện B", UnitKind.DISTRICT, province)
    one = unit("Xã Một", UnitKind.COMMUNE, a)
    two = unit("Xã Hai", UnitKind.COMMUNE, a)
    three = unit("Xã Ba", UnitKind.COMMUNE, b)
    village = unit("Thôn Đông", UnitKind.VILLAGE, one, Hierarchy.VILLAGE)
    party = unit("Tỉnh ủy Thử", UnitKind.BODY, None, Hierarchy.PARTY)
    return SimpleNamespace(
        province=province, a=a, b=b, one=one, two=two, three=three, village=village, party=party
    )


@pytest.fixture
def account(superuser):
    """Return a maker of accounts that hold the given roles: account("officer", ("unit_officer", unit), …)."""

    def make(username, *roles, since=date(2019, 1, 1)):
        user = User.objects.create(username=username, full_name=f"Người {username}")
        for role, unit in roles:
            grant_role(user=user, role=role, unit=unit, by=superuser, valid_from=since)
        return user

    return make
