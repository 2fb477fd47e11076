"""Freeze the closing report of 2019, and publish the articles of the demonstration."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import yaml

from thidua.accounts.models import User
from thidua.accounts.roles import BOARD_LEADER
from thidua.demo.editorial import picture
from thidua.demo.reported.statement import Statement
from thidua.movements.models import Movement
from thidua.portal.actions.keep_picture import keep_picture, name_topic
from thidua.portal.actions.write_article import write_article
from thidua.portal.article_content import ArticleContent
from thidua.portal.models import Article, EditorialImage, Topic
from thidua.portal.queries.report_body import body_from_report
from thidua.registry.models import Conferral
from thidua.reports.actions import freeze_report
from thidua.reports.models import ClosingReport, FrozenVersion
from thidua.support.provenance import Provenance

DATA: Final = Path(__file__).parents[1] / "data" / "lang_son" / "articles.yaml"
_PICTURES: Final[Mapping[str, Callable[[], bytes]]] = {"ceremony": picture.ceremony, "road": picture.road}
_OVERRULED: Final = "Bản mẫu: báo cáo năm 2019 đã công bố, các đơn vị không ký xác nhận lại."
_ACCEPTED: Final = "Giữ nguyên như báo cáo đã chốt."
_SOURCE: Final = "Hình vẽ minh họa"
Json = Mapping[str, Any]


def publish_articles(
    statement: Statement, report: ClosingReport, movements: Mapping[str, Movement]
) -> dict[str, Article]:
    """Freeze the report as it was published, write the articles, and return the invented ones by slug."""
    leader = statement.users[BOARD_LEADER.code]
    read: Json = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    topics = {row["slug"]: name_topic(**row, by=leader) for row in read["topics"]}
    version = freeze_report(report=report, version=report.version, by=leader, overruled=_OVERRULED)
    invented = {}
    for said in read["illustrative"]:
        body = [("paragraph", f"<p>{paragraph}</p>") for paragraph in said["paragraphs"]]
        issued = {"author": "Tổ biên tập (mẫu)", "issued_by": "Ban Thi đua – Khen thưởng tỉnh Lạng Sơn"}
        invented[said["slug"]] = _write(
            issued | said, body, topics, movements, leader, provenance=Provenance.ILLUSTRATIVE
        )
    _article_of_2019(read["report_2019"], version, topics, movements, leader)
    return invented


def _article_of_2019(
    said: Json,
    version: FrozenVersion,
    topics: Mapping[str, Topic],
    movements: Mapping[str, Movement],
    leader: User,
) -> Article:
    decisions = list(
        Conferral.objects.filter(award_code="provincial_certificate_of_merit", provenance=Provenance.REPORTED)
    )
    return _write(
        said,
        body_from_report(version),
        topics,
        movements,
        leader,
        full_title=said["full_title"],
        decisions=decisions,
        imported_views=said["imported_views"],
        provenance=Provenance.REPORTED,
    )


def _write(
    said: Json,
    body: list[tuple[str, str]],
    topics: Mapping[str, Topic],
    movements: Mapping[str, Movement],
    leader: User,
    **more: Any,
) -> Article:
    names = ("slug", "title", "lead", "author", "issued_by", "published_on")
    content = ArticleContent(
        **{name: said[name] for name in names},
        body=body,
        topics=[topics[slug] for slug in said["topics"]],
        movements=[movements[slug] for slug in said["movements"]],
        photo=_picture(said, leader),
        photo_caption=said.get("photo_caption", ""),
        photo_alternative=said.get("photo_alternative", ""),
        **more,
    )
    return write_article(content=content, by=leader, accepting=_ACCEPTED)


def _picture(said: Json, leader: User) -> EditorialImage | None:
    if "photo" not in said:
        return None
    name = said["photo"]
    return keep_picture(
        title=said["title"], content=_PICTURES[name](), name=f"{name}.png", source=_SOURCE, by=leader
    )
