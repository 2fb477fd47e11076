"""People and requests for the pages of the shell."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.template import engines
from django.test import Client, RequestFactory

from thidua.accounts.models import User
from thidua.orgs.actions import create_unit, open_account
from thidua.orgs.drafts import UnitDraft
from thidua.orgs.enums import UnitKind
from thidua.orgs.models import Unit

PASSWORD = "mat khau kiem thu 2019"


@pytest.fixture
def province(db: None) -> Unit:
    return create_unit(draft=UnitDraft(name="Tỉnh Lạng Sơn", kind=UnitKind.PROVINCE), by=None)


@pytest.fixture
def person(province: Unit) -> Callable[..., User]:
    """Give a function that opens an account with a role on the province."""

    def open_one(role: str, *, must_change_password: bool = False) -> User:
        return open_account(
            username=role,
            full_name="Đặng Thị Ẩn",
            password=PASSWORD,
            role=role,
            unit=province,
            by=None,
            must_change_password=must_change_password,
        )

    return open_one


@pytest.fixture
def signed_in(client: Client, person: Callable[..., User]) -> Callable[..., Client]:
    """Give a function that signs the test client in as somebody with a role."""

    def enter(role: str, **options: bool) -> Client:
        client.force_login(person(role, **options), backend="django.contrib.auth.backends.ModelBackend")
        return client

    return enter


@pytest.fixture
def get(rf: RequestFactory) -> Callable[..., HttpRequest]:
    """Give a function that makes a GET request of a visitor."""

    def make(address: str = "/", **headers: str) -> HttpRequest:
        request = rf.get(address, headers=headers)
        request.user = AnonymousUser()
        return request

    return make


def rendered(source: str, **context: object) -> str:
    """Return a piece of template as HTML, components included."""
    from django_cotton.compiler_regex import CottonCompiler

    return str(engines["django"].from_string(CottonCompiler().process(source)).render(context)).strip()
