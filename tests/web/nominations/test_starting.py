"""A dossier is begun for a unit that exists, in a movement that runs, and copied from last year's."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories.movements import account, running_movement, unit
from tests.factories.nominations import complete, draft, nominee
from tests.web.reading import elements, faults, main_text, texts
from thidua.accounts.roles import UNIT_OFFICER
from thidua.movements.enums import MovementState, UnitLevel
from thidua.movements.models import Movement
from thidua.nominations.models import Dossier
from thidua.orgs.actions import grant_role
from thidua.orgs.enums import UnitKind
from thidua.orgs.models import Unit, UnitChange, UnitSuccession
from thidua.support.refusals import Refused

ALL = "/lam-viec/de-nghi-khen-thuong"
NEW = f"{ALL}/moi"


def ended(row):
    """Write that a unit ended last summer; how it ends is tested with the units."""
    Unit.objects.filter(pk=row.pk).update(exists_to=date(2025, 6, 30))


@pytest.fixture
def of_two(at):
    """Give somebody who nominates for two communes."""
    user = account(UNIT_OFFICER.code, at.place.de_tham)
    grant_role(user=user, role=UNIT_OFFICER.code, unit=at.place.hung_son, by=None)
    return user


def said(at, **changes):
    return {
        "unit": at.place.de_tham.pk,
        "movement": at.movement.pk,
        "route": "movement",
        "level": "province",
        "counting_year": "2025",
        "title": "Đợt cao điểm",
    } | changes


def test_only_units_that_exist_are_offered_and_the_last_one_is_chosen(at, as_, of_two):
    client = as_(of_two)
    both = [str(at.place.de_tham.pk), str(at.place.hung_son.pk)]
    assert sorted(texts(client.get(NEW), "label", for_="id_unit_0")) == ["Xã Đề Thám"]
    assert [one.attributes["value"] for one in elements(client.get(NEW), "input", name_="unit")] == both
    assert not any("checked" in one.attributes for one in elements(client.get(NEW), "input", name_="unit"))

    client.post(NEW, said(at, unit=at.place.hung_son.pk))
    [mine] = [one for one in elements(client.get(NEW), "input", name_="unit") if "checked" in one.attributes]
    assert mine.attributes["value"] == both[1]

    ended(at.place.hung_son)
    [only] = elements(client.get(NEW), "input", name_="unit")
    assert (only.attributes["type"], only.attributes["value"]) == ("hidden", both[0])


def test_a_unit_that_ended_begins_no_dossier(at, as_):
    client = as_(at.clerk)
    draft(at)
    ended(at.place.de_tham)
    assert texts(client.get(ALL), "a", href=NEW) == []
    assert client.get(NEW).status_code == 403
    before = Dossier.objects.count()
    client.post(NEW, said(at))
    assert Dossier.objects.count() == before


def test_the_action_names_the_day_on_which_the_unit_ended(at):
    ended(at.place.de_tham)
    at.place.de_tham.refresh_from_db()
    with pytest.raises(Refused) as refused:
        draft(at)
    assert str(refused.value) == (
        "Xã Đề Thám đã kết thúc hoạt động ngày 30/06/2025. Hãy lập hồ sơ cho đơn vị kế tục."
    )


def test_only_running_movements_that_call_on_the_unit_are_offered(at, as_):
    place = at.place
    closed = running_movement(place, slug="da-dong", short_name="Đã đóng")
    Movement.objects.filter(pk=closed.pk).update(state=MovementState.CLOSED)
    running_movement(place, slug="chi-so", short_name="Chỉ các sở", scope=(UnitLevel.AGENCY,))
    beside = unit("Xã Tri Phương", UnitKind.COMMUNE, place.district)
    Movement.objects.filter(
        pk=running_movement(place, slug="xa-ban", short_name="Của xã bạn", scope=tuple(UnitLevel)).pk
    ).update(launched_by=beside)
    Movement.objects.filter(
        pk=running_movement(place, slug="xa-minh", short_name="Của xã mình", scope=tuple(UnitLevel)).pk
    ).update(launched_by=place.de_tham)
    page = as_(at.clerk).get(NEW)
    span = "(từ ngày 19/08/2019 đến ngày 17/10/2019)"
    assert texts(page, "option") == [
        "không thuộc phong trào nào",
        f"{at.movement} {span}",
        f"Của xã mình {span}",
    ]


def test_a_movement_that_does_not_call_on_the_chosen_unit_is_told(at, as_, of_two):
    own = running_movement(at.place, slug="xa-ban", short_name="Của xã bạn", scope=tuple(UnitLevel))
    Movement.objects.filter(pk=own.pk).update(launched_by=at.place.hung_son)
    answer = as_(of_two).post(NEW, said(at, movement=own.pk))
    assert faults(answer) == ["Của xã bạn không kêu gọi Xã Đề Thám tham gia. Hãy chọn phong trào khác."]


def test_a_link_from_a_movement_answers_its_questions(at, as_):
    page = as_(at.clerk).get(f"{NEW}?phong-trao={at.movement.pk}")
    marked = [one.attributes["value"] for one in elements(page, "option") if "selected" in one.attributes]
    assert marked == [str(at.movement.pk)]
    routes = [one for one in elements(page, "input", name_="route") if "checked" in one.attributes]
    assert [one.attributes["value"] for one in routes] == ["movement"]


def test_last_years_dossier_of_a_unit_that_ended_is_copied_by_the_one_that_took_its_place(at, as_):
    old = complete(
        at,
        nominee("Lương Thị Bình"),
        nominee("Thôn Nà Ao 2", kind="collective", unit=at.place.village, post_then=""),
    )
    heir = unit("Xã Tràng Định", UnitKind.COMMUNE, at.place.district)
    grant_role(user=at.clerk, role=UNIT_OFFICER.code, unit=heir, by=None)
    for one in (at.place.de_tham, at.place.village):
        ended(one)
    client = as_(at.clerk)
    address = f"{ALL}/{old.code}/chep"
    assert client.get(address).status_code == 403  # nothing says yet who took the place

    change = UnitChange.objects.create(date=date(2025, 7, 1), kind="merge", act="Nghị quyết 1672")
    UnitSuccession.objects.create(change=change, predecessor=at.place.de_tham, successor=heir)
    page = client.get(address)
    assert "Không chép vì các đơn vị này đã kết thúc hoạt động: Thôn Nà Ao 2" in main_text(page)
    client.post(address, {"counting_year": "2026", "movement": at.movement.pk})
    new = Dossier.objects.latest("pk")
    assert (new.unit, new.movement) == (heir, at.movement)
    assert list(new.nominations.values_list("recipient_name", flat=True)) == ["Lương Thị Bình"]


def test_a_copy_asks_for_a_movement_that_runs_now(at, as_):
    row = complete(at)
    Movement.objects.filter(pk=at.movement.pk).update(state=MovementState.CLOSED)
    now = running_movement(at.place, slug="nam-nay", short_name="Năm nay")
    client = as_(at.clerk)
    address = f"{ALL}/{row.code}/chep"
    answer = client.post(address, {"counting_year": "2026"})
    assert faults(answer) == ["Chọn một ý ở mục “Thuộc phong trào thi đua nào?”."]
    client.post(address, {"counting_year": "2026", "movement": now.pk})
    assert Dossier.objects.latest("pk").movement == now


def test_while_the_unit_writes_no_clock_runs_and_the_page_says_so(at, as_):
    page = as_(at.clerk).get(f"{ALL}/{draft(at).code}")
    assert [told for told in texts(page, "dd") if "hạn" in told] == ["không tính hạn khi hồ sơ ở đơn vị"]
