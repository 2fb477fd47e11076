"""What the minutes and the tally sheet say, and their DOCX."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from django.utils import timezone, translation

from tests.factories.council import (
    GROUND,
    SmallCouncil,
    agenda,
    dossier,
    nomination,
    opening,
    planned,
    signed_paper,
)
from thidua.council.actions import (
    cast_ballot,
    close_session,
    declare_conflict,
    draft_minutes,
    mark_attendance,
    record_written_vote,
)
from thidua.council.models import Session
from thidua.council.queries import NotClosedYet, session_paper
from thidua.support.files.models import StoredFile
from thidua.support.refusals import NotAllowed


@pytest.fixture
def closed(council: SmallCouncil) -> Session:
    """Five members: one recused from the second nominee, one absent in writing, one away without a word."""
    session = planned(council)
    of = dossier(council.place)
    given = (nomination(of, "Đàm Thị Được", post_then="Giáo viên"), nomination(of, "Hà Văn Hỏng"))
    first, second = agenda(council, session, "secret", "secret", nominations=given)
    session = opening(council, session, "2/3")
    declare_conflict(item=second, explanation="Em ruột", by=council.user(0))
    cast_ballot(session=session.pk, choices={first.pk: "yes"}, by=council.user(0))
    for number in (1, 2, 3):
        cast_ballot(session=session.pk, choices={first.pk: "yes", second.pk: "yes"}, by=council.user(number))
    mark_attendance(
        session=session,
        presence={council.seats[4].pk: "absent"},
        reasons={council.seats[4].pk: "đi công tác"},
        by=council.secretary,
    )
    record_written_vote(
        session=session,
        member=council.seats[4],
        choices={first.pk: "yes", second.pk: "no"},
        paper=signed_paper(council.secretary),
        signed_on=timezone.localdate(),
        by=council.secretary,
    )
    return close_session(session=session, by=council.secretary)


def text_of(file: StoredFile | None) -> str:
    assert file is not None
    with file.content.open("rb") as content:
        document = docx.Document(BytesIO(content.read()))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_the_minutes_say_who_was_there_what_was_needed_and_what_came_of_it(closed: Session) -> None:
    with translation.override("vi"):
        paper = session_paper(closed)

    assert (paper.council, paper.chair, paper.secretary, paper.members) == (
        "Hội đồng Thi đua – Khen thưởng Tỉnh Lạng Sơn",
        "Lý Văn An",
        "Hoàng Thị Bích",
        5,
    )
    assert [line.name for line in paper.present] == [
        "Lý Văn An",
        "Hoàng Thị Bích",
        "Nông Văn Cao",
        "Vi Thị Dung",
    ]
    assert [(line.name, line.reason, line.wrote) for line in paper.absent] == [
        ("Triệu Văn Đạt", "đi công tác", True)
    ]
    assert paper.quorum == f"4/5 thành viên tham gia; cần ít nhất 4 ({GROUND})."
    assert paper.counted_over.startswith(
        "Tỷ lệ tính trên tổng số thành viên Hội đồng, gồm cả người vắng mặt và người không tham gia biểu quyết ("
    )
    told = [
        (line.name, line.yes, line.no, line.members, line.needed, line.percent, line.written, line.outcome)
        for line in paper.nominees
    ]
    assert told == [
        ("Đàm Thị Được", 5, 0, 5, 5, "100%", 1, "thông qua"),
        ("Hà Văn Hỏng", 3, 1, 5, 5, "60%", 1, "không thông qua"),
    ]
    assert paper.nominees[0].rule.startswith("từ 90% tổng số thành viên trở lên: ít nhất 5/5 phiếu (")
    assert [(one.name, one.explanation) for one in paper.nominees[1].recused] == [("Lý Văn An", "Em ruột")]


def test_minutes_and_tally_sheet_are_drafted_in_vietnamese_whoever_asks(
    council: SmallCouncil, closed: Session
) -> None:
    with translation.override("en"):
        row = draft_minutes(session=closed, by=council.secretary, conclusion="Giao Ban trình Chủ tịch.")

    minutes, tally = text_of(row.minutes_file), text_of(row.tally_file)
    for words in (
        "BIÊN BẢN",
        "ỦY BAN NHÂN DÂN TỈNH",
        "HỘI ĐỒNG THI ĐUA – KHEN THƯỞNG",
        "của toàn thể Hội đồng: Xét danh hiệu năm 2026",
        "quy định chưa kiểm chứng",
        "Đàm Thị Được",
        "5/5",
        "Giao Ban trình Chủ tịch.",
        "Hội đồng thông qua 1/2 đề nghị.",
        "Lý Văn An không tham gia biểu quyết “Hà Văn Hỏng”",
    ):
        assert words in minutes
    for words in (
        "BIÊN BẢN KIỂM PHIẾU",
        "Số phiếu phát ra: 5.",
        "Số phiếu thu về: 5.",
        "phát ra 4, thu về 4",
    ):
        assert words in tally


def test_minutes_name_who_voted_how_where_the_vote_was_open_and_never_where_it_was_secret(
    council: SmallCouncil,
) -> None:
    session = planned(council)
    of = dossier(council.place)
    given = (nomination(of, "Đàm Thị Kín"), nomination(of, "Hà Văn Mở"), nomination(of, "Hà Thị Mở"))
    items = agenda(council, session, "secret", "ballot", "ballot", nominations=given)
    session = opening(council, session)
    for number, choice in enumerate(("yes", "yes", "no")):
        chosen = dict.fromkeys((item.pk for item in items), choice)
        cast_ballot(session=session.pk, choices=chosen, by=council.user(number))
    closed = close_session(session=session, by=council.secretary, reason="Đủ")

    minutes = text_of(draft_minutes(session=closed, by=council.secretary).minutes_file)

    names = [str(seat) for seat in council.seats]
    assert (
        f"Biểu quyết công khai đối với “Hà Văn Mở”, “Hà Thị Mở”: đồng ý (2): {names[0]}, {names[1]}; "
        f"không đồng ý (1): {names[2]}."
    ) in minutes
    assert "đối với “Đàm Thị Kín”" not in minutes


def test_minutes_are_drafted_again_after_a_change(council: SmallCouncil, closed: Session) -> None:
    first = draft_minutes(session=closed, by=council.secretary, conclusion="Bản một.")
    second = draft_minutes(session=closed, by=council.secretary, conclusion="Bản hai.")
    assert "Bản hai." in text_of(second.minutes_file)
    assert "Bản một." in text_of(first.minutes_file)


def test_no_minutes_before_the_closing_and_none_by_others(council: SmallCouncil, closed: Session) -> None:
    session = planned(council)
    agenda(council, session, "secret")
    session = opening(council, session)
    with pytest.raises(NotClosedYet):
        draft_minutes(session=session, by=council.secretary)
    with pytest.raises(NotAllowed):
        draft_minutes(session=closed, by=council.user(0))
    assert session.minutes_file is None


def test_the_minutes_of_three_nominees_take_as_many_queries_as_of_one(
    council: SmallCouncil, django_assert_num_queries
) -> None:
    for number in (1, 3):
        session = planned(council)
        agenda(council, session, *["secret"] * number)
        session = opening(council, session)
        chosen = dict.fromkeys(session.items.values_list("pk", flat=True), "yes")
        for seat in range(5):
            cast_ballot(session=session.pk, choices=chosen, by=council.user(seat))
        closed = close_session(session=session, by=council.secretary)
        with django_assert_num_queries(10):
            assert len(session_paper(closed).nominees) == number
