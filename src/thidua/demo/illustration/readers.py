"""What readers did below the invented articles: comments in every state, and views of the past weeks."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from random import Random
from typing import Final

from django.utils import timezone

from thidua.accounts.models import User
from thidua.accounts.roles import BOARD_LEADER, EDITOR
from thidua.demo.illustration.days import ago
from thidua.portal.actions.invent_views import invent_views
from thidua.portal.actions.moderate_comments import decline_comments, publish_comments
from thidua.portal.actions.send_comment import send_comment
from thidua.portal.counting.tally import DayCount
from thidua.portal.enums import DeclineReason
from thidua.portal.models import Article, Comment
from thidua.support.provenance import Provenance

WEEKS: Final = 6
ROAD: Final = "lang-que-lam-duong"
COUNTER: Final = "tiep-dan-gon-hon"
REPORT: Final = "cach-viet-bao-cao-thanh-tich"
# Views of an ordinary day; at the weekend fewer come.
_A_DAY: Final = {ROAD: 46, COUNTER: 21, REPORT: 33}
_WEEKEND: Final = 5
# (article, name, text, day and hour), as they came after the article stood there.
_PUBLISHED: Final = (
    (
        ROAD,
        "Hoàng Văn Lập",
        "Thôn tôi cũng đang bàn lùi hàng rào. Xin cho biết thôn mình họp mấy lần thì các nhà đồng ý?",
        (2019, 6, 19, 20),
    ),
    (ROAD, "Một cô giáo vùng cao", "Đường bê tông đến điểm trường là mừng nhất, mùa mưa các em không phải nghỉ học.",
     (2019, 6, 21, 7)),
    (COUNTER, "Nông Thị Dung", "Có người xem giúp giấy tờ từ cổng, tôi đỡ phải đi lại hai lần.", (2019, 8, 28, 16)),
)  # fmt: skip
# (article, name, text, working days ago): nobody has read them yet.
_WAITING: Final = (
    (ROAD, "Lý Văn Thắng", "Bài nên ghi rõ đường dài bao nhiêu, mỗi nhà hiến bao nhiêu mét vuông.", 2),
    (COUNTER, "Vi Thị Hà", "Xã tôi chưa có cán bộ đứng cửa hướng dẫn. Khi nào làm ạ?", 1),
    (REPORT, "Cán bộ một trường học", "Xin thêm một mẫu báo cáo cho tập thể nhỏ, dưới mười người.", 0),
)
_ADVERTISEMENT: Final = "Nhận viết báo cáo thành tích giá rẻ, gọi ngay cho em!"


def bring_readers(articles: dict[str, Article], users: dict[str, User], seed: int) -> None:
    """Let readers comment, an editor read some of it, and the past weeks count views."""
    editor, leader = users[EDITOR.code], users[BOARD_LEADER.code]
    _publish(articles, editor)
    for slug, name, text, working_days in _WAITING:
        _sent(articles[slug], name, text, ago(working_days))
    refused = _sent(articles[REPORT], "Dịch vụ nhanh", _ADVERTISEMENT, ago(4))
    decline_comments(comments=[refused.pk], reason=DeclineReason.ADVERTISING, by=editor, at=ago(3))
    random, today = Random(seed), timezone.localdate()  # noqa: S311 -- repeatable invention, not a secret
    for slug, usual in _A_DAY.items():
        days = [today - timedelta(days=back) for back in range(1, 7 * WEEKS + 1)]
        invent_views(article=articles[slug], days={day: _day(random, usual, day) for day in days}, by=leader)


def _publish(articles: dict[str, Article], editor: User) -> None:
    for slug, name, text, (year, month, day, hour) in _PUBLISHED:
        came = timezone.make_aware(datetime.combine(date(year, month, day), time(hour)))
        comment = _sent(articles[slug], name, text, came)
        publish_comments(comments=[comment.pk], by=editor, at=came + timedelta(hours=3))


def _sent(article: Article, name: str, text: str, at: datetime) -> Comment:
    return send_comment(article=article, name=name, text=text, at=at, provenance=Provenance.ILLUSTRATIVE)


def _day(random: Random, usual: int, day: date) -> DayCount:
    expected = usual if day.weekday() < _WEEKEND else usual // 2
    read = random.randint(expected * 2 // 3, expected * 4 // 3)
    return DayCount(read, random.randint(1, 1 + read // 6), random.randint(2, 12), random.randint(0, 3))
