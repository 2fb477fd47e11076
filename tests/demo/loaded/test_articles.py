"""The article of 2019 in the demonstration: as published then, its figures from the frozen report."""

from __future__ import annotations

from thidua.portal.models import Article, PublishedFigure
from thidua.portal.queries.findings import checked
from thidua.support.provenance import Provenance

SLUG = "tong-ket-phong-trao-thi-dua-2019"
QUOTED = {
    "indicator.budget_revenue.value": "5.027 tỷ đồng",
    "indicator.budget_revenue.share_of_plan": "đạt 92,2% so với dự toán",
    "indicator.one_stop_received.value": "12.537 hồ sơ",
    "indicator.one_stop_on_time.value": "99,08%",
    "gifts.money": "trên 20 tỷ đồng",
    "awards.list": "Bằng khen của Chủ tịch UBND tỉnh cho 27 tập thể, 24 cá nhân và 02 gia đình",
    "prizes.list": "Giải thưởng Hoàng Văn Thụ về văn học nghệ thuật lần thứ V cho 36 tác giả",
}


def test_the_article_has_the_printed_title_author_and_counter(province: None) -> None:
    article = Article.objects.live().get(slug=SLUG)
    assert article.full_title.startswith("Tỉnh Lạng Sơn: Hiệu quả của các phong trào thi đua")
    assert (article.author, article.imported_views, article.decisions.count()) == ("Trần Văn Ba", 2279, 1)
    assert article.photo_caption != article.photo_alternative != ""


def test_its_figures_are_those_of_the_frozen_report(province: None) -> None:
    rows = PublishedFigure.objects.filter(article__slug=SLUG)
    said = {
        row.code.partition(":")[2].rstrip("}"): row.told["vi"]["text"].replace("\u00a0", " ") for row in rows
    }
    assert {place: said[place] for place in QUOTED} == QUOTED
    assert {row.report_version for row in rows} == {1}


def test_its_text_passes_the_checks(province: None) -> None:
    assert checked(Article.objects.get(slug=SLUG)).open == ()


def test_the_other_articles_say_that_they_are_illustrative(province: None) -> None:
    others = Article.objects.live().exclude(slug=SLUG)
    assert [article.provenance for article in others] == [Provenance.ILLUSTRATIVE] * 3
