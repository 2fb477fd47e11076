"""Articles for tests."""

from __future__ import annotations

from datetime import date
from typing import Any

from thidua.portal.actions.send_comment import send_comment
from thidua.portal.models import Article, Comment, NewsIndex


def article(slug: str = "tong-ket", *, live: bool = True, **changes: Any) -> Article:
    """Return an article below the news, published unless `live` says no."""
    said = {
        "title": "Tổng kết phong trào",
        "lead": "Tỉnh đã tổng kết hai đợt thi đua.",
        "author": "Trần Văn Ba",
        "issued_by": "Ban Thi đua – Khen thưởng",
        "published_on": date(2019, 10, 31),
        "body": [("paragraph", "<p>Thu ngân sách đạt 5.027 tỷ đồng.</p>")],
    }
    made = Article(slug=slug, live=live, **(said | changes))
    NewsIndex.objects.get().add_child(instance=made)
    return made


def comment(below: Article, text: str = "Bài viết rất hay.", *, name: str = "Nông Văn Dân") -> Comment:
    """Return a comment that waits below an article."""
    return send_comment(article=below, name=name, text=text)
