"""A contest that takes entries, one before its jury, and one whose prizes are decided: invented, and marked."""

from __future__ import annotations

from collections.abc import Callable
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
from thidua.contests.models import Edition
from thidua.contests.queries.blind import blind_entries
from thidua.core.vietnamese.dates import VIETNAM_TIME
from thidua.demo.illustration.prizes import award_prizes
from thidua.demo.reported.statement import Statement
from thidua.demo.sign_ins import JUROR_SIGN_INS, open_accounts
from thidua.support.files.actions import store_file
from thidua.support.provenance import Provenance

_MANY: Final = (
    "Mỗi tác giả, nhóm tác giả hoặc tập thể được gửi nhiều bài. "
    "Bài gửi qua mạng hoặc nộp giấy, tính theo giờ nhận."
)
WRITING_RULES: Final = (
    "Bài dự thi chưa đăng ở nơi khác, viết về người thật, việc thật trong phong trào thi đua của tỉnh.\n"
    f"Bài viết không quá 2.000 chữ. Không ghi tên tác giả trong bài.\n{_MANY}"
)
PHOTO_RULES: Final = (
    "Ảnh chụp trong tỉnh, chưa đăng ở nơi khác, về {subject}.\n"
    f"Ảnh không thêm, bớt, ghép nội dung. Không ghi tên tác giả trên ảnh.\n{_MANY}"
)
WHO: Final = (
    "Người đang sống, học tập, công tác tại tỉnh\nThành viên ban tổ chức và ban giám khảo không dự thi"
)
_PRIZES: Final = [("Giải nhất", 1), ("Giải nhì", 2), ("Giải khuyến khích", 3)]
# Title, authors (none: a collective), name of the collective.
STORIES: Final = (
    ("Con đường về bản", ("Nông Thị Mẫu",), ""),
    ("Người giữ rừng hồi", ("Hoàng Văn Mẫu", "Vi Thị Mẫu"), ""),
)
PHOTOS: Final = (
    ("Mùa vàng trong thung lũng", ("Nông Thị Mẫu",), ""),
    ("Sương sớm trên rừng hồi", ("Hoàng Văn Mẫu", "Vi Thị Mẫu"), ""),
    ("Đường hoa về bản", ("Lý Thị Mẫu",), ""),
    ("Ngày hội làm đường", (), "Chi đoàn mẫu xã Thất Khê"),
    ("Cây cầu của ba xóm", ("Triệu Văn Mẫu",), ""),
)
FESTIVAL: Final = (
    ("Hội xuân bên sông", ("Lý Thị Mẫu",), ""),
    ("Điệu then ngày mới", ("Hoàng Văn Mẫu", "Vi Thị Mẫu"), ""),
    ("Chợ phiên cuối năm", (), "Câu lạc bộ ảnh mẫu phường Kỳ Lừa"),
)
MARKS: Final = ((8, 4), (9, 4), (7, 3), (8, 3), (6, 4))


def invent_contests(statement: Statement) -> None:
    """Open one writing contest for forty days, put one of photographs before its jury, and decide on a third one."""
    now = timezone.now().astimezone(VIETNAM_TIME)
    taking = _edition(
        statement, "Cuộc thi viết “Gương sáng Xứ Lạng”", "guong-sang-xu-lang", "cuộc thi viết", now.year
    )
    stories = [
        CategoryContent(name="Bút ký, phóng sự", prizes=_PRIZES),
        CategoryContent(name="Truyện ngắn", prizes=_PRIZES[:2]),
    ]
    _open(statement, taking, WRITING_RULES, stories, now - timedelta(days=20), now + timedelta(days=40))
    _enter(statement, taking, STORIES, now - timedelta(days=3), _page)
    judged = _edition(
        statement, "Cuộc thi ảnh “Nông thôn mới Xứ Lạng”", "nong-thon-moi-xu-lang", "cuộc thi ảnh", now.year
    )
    photos = [
        CategoryContent(name="Ảnh đơn", prizes=_PRIZES),
        CategoryContent(name="Ảnh bộ", prizes=_PRIZES[:2]),
    ]
    rules = PHOTO_RULES.format(subject="xây dựng nông thôn mới")
    _open(statement, judged, rules, photos, now - timedelta(days=90), now - timedelta(days=10))
    _enter(statement, judged, PHOTOS, now - timedelta(days=15), _photo)
    jurors = open_accounts(JUROR_SIGN_INS)
    # The first of the jury is left for the visitor of the demonstration.
    _judge(statement, judged, jurors, jurors[1:])
    over = _edition(statement, "Cuộc thi ảnh “Lễ hội Xứ Lạng”", "le-hoi-xu-lang", "cuộc thi ảnh", now.year)
    rules = PHOTO_RULES.format(subject="lễ hội truyền thống ở Lạng Sơn")
    _open(statement, over, rules, photos, now - timedelta(days=150), now - timedelta(days=60))
    _enter(statement, over, FESTIVAL, now - timedelta(days=70), _photo)
    _judge(statement, over, jurors, jurors)
    award_prizes(statement, over)


def _edition(statement: Statement, name: str, slug: str, genre: str, year: int) -> Edition:
    officer = statement.users[BOARD_OFFICER.code]
    competition = create_competition(
        organiser=statement.units["province"],
        slug=slug,
        kind=CompetitionKind.CONTEST,
        name=name,
        genre=genre,
        by=officer,
    )
    content = EditionContent(year=year, provenance=Provenance.ILLUSTRATIVE)
    return record_edition(competition=competition, content=content, by=officer)


def _open(
    statement: Statement,
    edition: Edition,
    text: str,
    categories: list[CategoryContent],
    opens: datetime,
    closes: datetime,
) -> None:
    officer = statement.users[BOARD_OFFICER.code]
    rules = open_for_entries(
        edition=edition,
        content=RulesContent(
            opens_at=_at(opens, 8), closes_at=_at(closes, 17), text=text, eligibility=WHO, tells_marks=True
        ),
        categories=categories,
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
    edition: Edition,
    works: tuple[tuple[str, tuple[str, ...], str], ...],
    at: datetime,
    drawn: Callable[[str], bytes],
) -> None:
    """Enter the works in the first category."""
    category = edition.categories.order_by("ordinal")[0]
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
        file = store_file(data=drawn(title), name=f"bai-du-thi-{number + 1}.png", by=officer)
        enter_on_paper(
            category=category,
            content=content,
            files=[file],
            stamped_at=_at(at - timedelta(days=number), 9),
            by=officer,
        )


def _judge(statement: Statement, edition: Edition, jurors: list[User], marking: list[User]) -> None:
    """Appoint the jury, open its round, and let those `marking` give their marks and hand in."""
    officer = statement.users[BOARD_OFFICER.code]
    assign_codes(rules=edition.rules, by=officer)
    for number, user in enumerate(jurors):
        appoint_juror(edition=edition, user=user, is_chair=number == 1, by=officer)
    open_round(edition=edition, by=officer)
    for shift, user in enumerate(marking):
        _mark(edition, user, shift)


def _mark(edition: Edition, user: User, shift: int) -> None:
    """Let a juror mark all works and hand in."""
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


def _photo(title: str) -> bytes:
    """Return a drawn landscape that stands for a photograph: sky, sun, hills and a field."""
    picture = Image.new("RGB", (800, 600), "#cfe3ee")
    drawing = ImageDraw.Draw(picture)
    shift = sum(map(ord, title)) % 300
    drawing.ellipse((120 + shift, 70, 210 + shift, 160), fill="#f4d58d")
    drawing.polygon([(-50, 400), (100 + shift, 190), (460 + shift, 400)], fill="#7d9a86")
    drawing.polygon([(250, 400), (650 - shift // 2, 230), (900, 400)], fill="#5f8070")
    drawing.rectangle((0, 400, 800, 600), fill="#d8b552")
    for line in range(5):
        drawing.line((0, 430 + 36 * line, 800, 415 + 40 * line), fill="#b9953a", width=5)
    file = BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


def _at(day: datetime, hour: int) -> datetime:
    return datetime.combine(day.date(), time(hour), tzinfo=VIETNAM_TIME)
