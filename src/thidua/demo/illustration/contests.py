"""A contest that takes entries and one before its jury: invented, and marked."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Final

from django.utils import timezone
from PIL import Image, ImageDraw

from thidua.accounts.models import User
from thidua.accounts.roles import BOARD_OFFICER
from thidua.contests.actions import (
    MarkLine,
    appoint_juror,
    assign_codes,
    create_competition,
    declare_no_other_conflict,
    enter_on_paper,
    hand_in_marks,
    open_for_entries,
    open_round,
    record_edition,
    save_marks,
    set_judging,
)
from thidua.contests.content import (
    AuthorLine,
    CategoryContent,
    CriterionLine,
    EditionContent,
    EntryContent,
    JudgingContent,
    RoundLine,
    RulesContent,
)
from thidua.contests.enums import CompetitionKind, EntrantKind, TieSettling
from thidua.contests.models import Category, Edition
from thidua.contests.queries.blind import blind_entries
from thidua.core.vietnamese.dates import VIETNAM_TIME
from thidua.demo.reported.statement import Statement
from thidua.demo.sign_ins import JUROR_SIGN_INS, open_accounts
from thidua.support.files.actions import store_file
from thidua.support.provenance import Provenance

RULES: Final = (
    "Bài dự thi chưa đăng ở nơi khác, viết về người thật, việc thật trong phong trào thi đua của tỉnh.\n"
    "Bài viết không quá 2.000 chữ; ảnh không chỉnh sửa nội dung. Không ghi tên tác giả trong bài.\n"
    "Mỗi tác giả, nhóm tác giả hoặc tập thể gửi nhiều bài. Bài gửi qua mạng hoặc nộp giấy, tính theo giờ nhận."
)
WHO: Final = (
    "Người đang sống, học tập, công tác tại tỉnh\nThành viên ban tổ chức và ban giám khảo không dự thi"
)
# Title, authors (none: a collective), name of the collective.
WORKS: Final = (
    ("Con đường về bản", ("Nông Thị Mẫu",), ""),
    ("Người giữ rừng hồi", ("Hoàng Văn Mẫu", "Vi Thị Mẫu"), ""),
    ("Lớp học bên cột mốc", ("Lý Thị Mẫu",), ""),
    ("Chợ phiên không tiền mặt", (), "Chi đoàn mẫu xã Thất Khê"),
    ("Cây cầu của ba xóm", ("Triệu Văn Mẫu",), ""),
)
MARKS: Final = ((8, 4), (9, 4), (7, 3), (8, 3), (6, 4))


def invent_contests(statement: Statement) -> None:
    """Open one writing contest for forty days, and put another, closed ten days ago, before its jury."""
    now = timezone.now().astimezone(VIETNAM_TIME)
    taking = _edition(statement, "Cuộc thi viết “Gương sáng Xứ Lạng”", "guong-sang-xu-lang", now.year)
    _open(statement, taking, now - timedelta(days=20), now + timedelta(days=40))
    category = taking.categories.order_by("ordinal")[0]
    _enter(statement, category, WORKS[:2], now - timedelta(days=3))
    judged = _edition(statement, "Cuộc thi ảnh “Nông thôn mới Xứ Lạng”", "nong-thon-moi-xu-lang", now.year)
    _open(statement, judged, now - timedelta(days=90), now - timedelta(days=10))
    _enter(statement, judged.categories.order_by("ordinal")[0], WORKS, now - timedelta(days=15))
    _judge(statement, judged)


def _edition(statement: Statement, name: str, slug: str, year: int) -> Edition:
    officer = statement.users[BOARD_OFFICER.code]
    competition = create_competition(
        organiser=statement.units["province"],
        slug=slug,
        kind=CompetitionKind.CONTEST,
        name=name,
        genre="cuộc thi viết, ảnh",
        by=officer,
    )
    content = EditionContent(year=year, provenance=Provenance.ILLUSTRATIVE)
    return record_edition(competition=competition, content=content, by=officer)


def _open(statement: Statement, edition: Edition, opens: datetime, closes: datetime) -> None:
    officer = statement.users[BOARD_OFFICER.code]
    rules = open_for_entries(
        edition=edition,
        content=RulesContent(opens_at=_at(opens, 8), closes_at=_at(closes, 17), text=RULES, eligibility=WHO),
        categories=[
            CategoryContent(
                name="Bài viết", prizes=[("Giải nhất", 1), ("Giải nhì", 2), ("Giải khuyến khích", 3)]
            ),
            CategoryContent(name="Ảnh", prizes=[("Giải nhất", 1), ("Giải nhì", 2)]),
        ],
        by=officer,
    )
    criteria = [
        CriterionLine(name="Nội dung", top=Decimal(10), weight=Decimal(2), settles_ties=True),
        CriterionLine(name="Cách thể hiện", top=Decimal(5)),
    ]
    content = JudgingContent(
        tie_rule=TieSettling.CRITERION, criteria=criteria, rounds=[RoundLine(name="Chung khảo")]
    )
    set_judging(rules=rules, content=content, version=rules.version, by=officer)


def _enter(
    statement: Statement,
    category: Category,
    works: tuple[tuple[str, tuple[str, ...], str], ...],
    at: datetime,
) -> None:
    officer = statement.users[BOARD_OFFICER.code]
    for number, (title, authors, collective) in enumerate(works):
        content = EntryContent(
            title=title,
            entrant_kind=EntrantKind.COLLECTIVE if collective else EntrantKind.INDIVIDUAL,
            authors=[AuthorLine(name=name) for name in authors],
            collective_name=collective,
            phone="0900000000",
            provenance=Provenance.ILLUSTRATIVE,
        )
        file = store_file(data=_page(title), name=f"bai-du-thi-{number + 1}.png", by=officer)
        enter_on_paper(
            category=category,
            content=content,
            files=[file],
            stamped_at=_at(at - timedelta(days=number), 9),
            by=officer,
        )


def _judge(statement: Statement, edition: Edition) -> None:
    officer = statement.users[BOARD_OFFICER.code]
    assign_codes(rules=edition.rules, by=officer)
    jurors = open_accounts(JUROR_SIGN_INS)
    for number, user in enumerate(jurors):
        appoint_juror(edition=edition, user=user, is_chair=number == 1, by=officer)
    open_round(edition=edition, by=officer)
    for shift, user in enumerate(jurors[1:]):
        _mark(edition, user, shift)


def _mark(edition: Edition, user: User, shift: int) -> None:
    """Let a juror mark all works and hand in; the first of the jury is left for the visitor of the demonstration."""
    declare_no_other_conflict(edition=edition, by=user)
    for number, one in enumerate(blind_entries(edition)):
        content, form = MARKS[(number + shift) % len(MARKS)]
        lines = [MarkLine(ordinal=1, points=Decimal(content)), MarkLine(ordinal=2, points=Decimal(form))]
        save_marks(edition=edition, code=one.code, marks=lines, by=user)
    hand_in_marks(edition=edition, by=user)


def _page(title: str) -> bytes:
    """Return a picture that stands for a page of the work."""
    picture = Image.new("RGB", (600, 800), "#f7f3ea")
    drawing = ImageDraw.Draw(picture)
    for line in range(14):
        end = 540 - (len(title) * (line + 3) * 7) % 160
        drawing.line((60, 120 + 44 * line, end, 120 + 44 * line), fill="#8a8375", width=6)
    file = BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


def _at(day: datetime, hour: int) -> datetime:
    return datetime.combine(day.date(), time(hour), tzinfo=VIETNAM_TIME)
