"""A unit hears of what is asked of it: whether an example is true, and whether it would nominate one."""

from __future__ import annotations

import pytest

from tests.factories.movements import SmallProvince, account, small_province
from tests.factories.role_models import DEED, asked, proposal, published, said, verified
from thidua.accounts.roles import UNIT_OFFICER
from thidua.movements.actions.ask_unit_about_role_model import ask_unit_about_role_model
from thidua.movements.actions.invite_to_nominate import invite_to_nominate
from thidua.movements.role_model_access import to_nominate
from thidua.support.audit.models import AuditEntry
from thidua.support.notices.models import Notice
from thidua.support.refusals import NotAllowed, Refused


@pytest.fixture
def place(db: None) -> SmallProvince:
    return small_province()


def news(user: object) -> list[tuple[str, str]]:
    return list(Notice.objects.filter(user=user).order_by("pk").values_list("subject", "text"))


def test_a_unit_is_told_what_the_board_asks_and_never_by_whom_it_came(place: SmallProvince) -> None:
    row = asked(place)
    assert (row.proposer_name, row.proposer_contact) == ("Vi Văn Kín", "0912 345 678")
    assert news(place.clerk) == [
        (
            "Đơn vị được hỏi về một tấm gương: Lương Thị Bình",
            "Nơi ở hoặc làm việc: thôn Nà Ao 2, xã Đề Thám.\n"
            "Ban hỏi: Có đúng như vậy không?\n"
            "Tìm hiểu rồi trả lời ngay tại đây: đúng hoặc không đúng.",
        )
    ]
    assert news(place.officer) == []


def test_a_unit_asked_a_second_time_is_told_again(place: SmallProvince) -> None:
    other = account(UNIT_OFFICER.code, place.province)
    row = ask_unit_about_role_model(proposal=proposal(), unit=place.province, by=place.officer)
    ask_unit_about_role_model(proposal=row, unit=place.de_tham, by=place.officer)
    assert (len(news(other)), len(news(place.clerk))) == (1, 1)


def test_a_unit_is_invited_to_nominate(place: SmallProvince) -> None:
    about = published(place).role_model
    Notice.objects.all().delete()
    row = invite_to_nominate(
        role_model=about, unit=place.de_tham, note="Đề nghị Bằng khen trước ngày 20.", by=place.officer
    )
    assert (row.invited_unit, row.invitation) == (place.de_tham, "Đề nghị Bằng khen trước ngày 20.")
    assert news(place.clerk) == [
        (
            "Ban mời đơn vị đề nghị khen thưởng: Lương Thị Bình",
            f"{DEED}\nBan viết: Đề nghị Bằng khen trước ngày 20.\n"
            "Họ tên, việc làm và bài viết được đưa sẵn vào hồ sơ; đơn vị chọn hình thức khen và hoàn thành hồ sơ.",
        )
    ]
    assert list(to_nominate(place.clerk)) == [row]
    assert AuditEntry.objects.filter(action="movements.nomination_invited").count() == 1


def test_only_the_office_invites_and_only_for_one_who_agreed(place: SmallProvince) -> None:
    about = verified(place)
    with pytest.raises(Refused, match="agree to be named"):
        invite_to_nominate(role_model=about, unit=place.de_tham, by=place.officer)
    said(place, about, given=True)
    with pytest.raises(NotAllowed):
        invite_to_nominate(role_model=about, unit=place.de_tham, by=place.clerk)
    with pytest.raises(Refused, match="Choose the unit"):
        invite_to_nominate(role_model=about, unit=None, by=place.officer)
    assert list(to_nominate(place.clerk)) == []


def test_an_invitation_that_nobody_would_read_is_refused(place: SmallProvince) -> None:
    about = published(place).role_model
    with pytest.raises(Refused, match="Nobody prepares dossiers"):
        invite_to_nominate(role_model=about, unit=place.province, by=place.officer)
    about.refresh_from_db()
    assert about.invited_unit is None
