"""What the search page says when there is nothing to show yet, or nothing was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.db.models import IntegerField, OuterRef, Subquery
from django.db.models.aggregates import Count
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.fold import fold
from thidua.registry.access import conferrals_seen_by
from thidua.registry.models import Award, Conferral
from thidua.registry.search import Hit, SearchQuery, read_query
from thidua.web.workspace.register.asked import Asked

LAST_SHOWN: Final = 10
MOST_OFFERED: Final = 5


@dataclass(frozen=True)
class Example:
    """A query that somebody may try: how it is written, what it finds, and its address."""

    text: str
    means: str
    url: str


def last_decisions(user: User) -> list[Conferral]:
    """Return the decisions entered last that `user` may see, each with `recipients`; one query."""
    own = Award.objects.filter(conferral=OuterRef("pk")).order_by().values("conferral")
    counted = Subquery(own.annotate(n=Count("pk")).values("n"), output_field=IntegerField())
    rows = conferrals_seen_by(user).select_related("deciding_unit").order_by("-pk")
    return list(rows.annotate(recipients=counted)[:LAST_SHOWN])


def examples(decisions: list[Conferral]) -> list[Example]:
    """Return queries that find something here; one query more."""
    newest = Award.objects.filter(conferral__in=[one.pk for one in decisions]).order_by("-pk").first()
    said = []
    if newest is not None:
        said.append((fold(newest.recipient_name), _("a name, with or without marks, in any order")))
        said.append((f"khen:{newest.year - 1}..{newest.year}", _("awards of these years")))
    number = next((one.decision_number for one in decisions if one.decision_number), "")
    if number:
        said.append((f"quyết-định:{number.partition('/')[0]}", _("a decision by its number")))
    said += [
        ('xã:"Đề Thám"', _("a commune by its name of then or of today")),
        ("hình-thức:BK đối-tượng:hộ", _("certificates of merit of households")),
        ('loại:"đột xuất"', _("sudden commendations")),
    ]
    return [Example(text, means, Asked(read_query(text)).address()) for text, means in said]


def token_help() -> list[tuple[str, str]]:
    """Return what may stand before a colon, by an example, and what it means."""
    return [
        ("khen:2019 · khen:2018..2019 · khen:2018.. · khen:..2019", _("years, open to either side")),
        ('xã:"Tri Phương" · sở:"Y tế" · đơn-vị:"Chi Lăng"', _("a unit and all below it, old or new")),
        ("hình-thức:BK · hình-thức:CSTĐCS", _("an award by its code, short form or words")),
        ("quyết-định:163 · quyết-định:163/QĐ-UBND", _("a decision number")),
        ('chức-vụ:"hiệu trưởng"', _("the post at the time")),
        ("ngày:25/01/2019", _("the day of the decision")),
        ('loại:"công trạng" · loại:"đột xuất"', _("the type of commendation")),
        ('đối-tượng:"cá nhân" · đối-tượng:"tập thể" · đối-tượng:hộ', _("who received")),
        ('phong-trào:"nông thôn mới"', _("words of a movement")),
        ('trạng-thái:"đã hủy"', _("held, cancelled or stripped")),
        ('tên-đúng:"Lương Thị Bình"', _("exactly this name, marks included")),
    ]


def nearest_spellings(hits: tuple[Hit, ...], asked: Asked) -> list[Example]:
    """Return the names nearest to what was typed, as searches."""
    names = dict.fromkeys(hit.award.recipient_name for hit in hits)
    return [Example(name, "", asked.asking(text=name)) for name in list(names)[:MOST_OFFERED]]


def fewer_words(asked: Asked) -> list[Example]:
    """Return the same search with one word or one filter less."""
    words, query = asked.query.text.split(), asked.query
    shorter = [" ".join(words[:place] + words[place + 1 :]) for place in range(len(words))]
    found = [Example(text, "", asked.asking(text=text)) for text in shorter[::-1] if text][:MOST_OFFERED]
    if query.text and query != SearchQuery(text=query.text):
        only_text = Asked(SearchQuery(text=query.text)).address()
        found.insert(0, Example(query.text, _("without the filters"), only_text))
    return found
