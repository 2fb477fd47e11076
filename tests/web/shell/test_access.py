"""A right that is missing is told with the next step, wherever it is found missing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.translation import override

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.orgs.models import Unit
from thidua.support.refusals import NotAllowed
from thidua.web.shell.access import require_right, roles_held, signed_in
from thidua.web.shell.middleware import RefusalsAsPages

Get = Callable[..., HttpRequest]


def test_one_of_several_rights_is_enough(get: Get, person: Callable[..., User]) -> None:
    request = get()
    request.user = person("auditor")
    require_right(request, Right.MANAGE_ACCOUNTS, Right.READ_AUDIT_LOG)
    with override("vi"), pytest.raises(PermissionDenied, match=r"^Trang này dành cho: "):
        require_right(request, Right.MANAGE_ACCOUNTS)


def test_a_right_on_one_unit_is_no_right_on_another(
    get: Get, person: Callable[..., User], province: Unit, django_user_model: object
) -> None:
    request = get()
    request.user = person("unit_officer")
    elsewhere = Unit(key="elsewhere", name="Xã Đề Thám")
    elsewhere.pk = province.pk + 1000
    require_right(request, Right.REPORT_FIGURES, unit=province)
    with (
        override("vi"),
        pytest.raises(PermissionDenied, match=r"^Bạn không có quyền làm việc này cho Xã Đề Thám"),
    ):
        require_right(request, Right.REPORT_FIGURES, unit=elsewhere)


def test_a_visitor_holds_nothing(get: Get, db: None) -> None:
    assert roles_held(get()) == ()
    with pytest.raises(PermissionDenied):
        signed_in(get())


def test_the_roles_of_a_person_are_told_with_their_units(get: Get, person: Callable[..., User]) -> None:
    request = get()
    request.user = person("chairman")
    assert [(held.role.code, held.unit_name) for held in roles_held(request)] == [
        ("chairman", "Tỉnh Lạng Sơn")
    ]


def test_a_refusal_that_no_view_caught_is_a_page_with_its_sentence(get: Get, db: None) -> None:
    middleware = RefusalsAsPages(lambda request: HttpResponse())
    with override("vi"):
        answer = middleware.process_exception(get(), NotAllowed("Chỉ Ban mới nhận đăng ký."))
    assert answer is not None
    assert answer.status_code == 403
    assert '<p class="lead">Chỉ Ban mới nhận đăng ký.</p>' in answer.content.decode()
    assert middleware.process_exception(get(), ValueError("other")) is None
