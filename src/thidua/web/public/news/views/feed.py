"""The news as a feed, whole or of one topic."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any, Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.orgs.queries.site_identity import identity_now
from thidua.portal.models import Article, Topic
from thidua.portal.queries.articles import articles_matching
from thidua.web.public.news.structured import address_of
from thidua.web.public.news.words import headline_of
from thidua.web.shell.addresses import site_of, whole_on
from thidua.web.shell.known_parameters import knows

NEWEST: Final = 30


class _Feed(Rss201rev2Feed):
    """RSS whose articles say their language where it is not that of the feed."""

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        """Write the article, and its language (Dublin Core) where it has one of its own."""
        super().add_item_elements(handler, item)
        if item["language"]:
            handler.addQuickElement(
                "dc:language", item["language"], {"xmlns:dc": "http://purl.org/dc/elements/1.1/"}
            )


@knows("chu_de")
@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """Return the newest articles as RSS 2.0; `?chu_de=` gives one topic, an unknown one is not found."""
    slug = request.GET.get("chu_de", "")
    topic = Topic.objects.filter(slug=slug).first() if slug else None
    if slug and topic is None:
        raise Http404(_("There is no such topic."))
    language = get_language() or settings.LANGUAGE_CODE
    office = identity_now(language).office
    name = (topic.name_en if language == "en" else topic.name) if topic else _("News")
    site = site_of(request)
    here = whole_on(site, reverse("news"))
    written = _Feed(
        title=f"{office} – {name}",
        link=f"{here}?chu_de={slug}" if slug else here,
        description=_("What the Board writes about emulation and commendation."),
        language=language,
        feed_url=whole_on(site, request.get_full_path()),
    )
    for one in articles_matching(topic=slug)[:NEWEST]:
        words = headline_of(one)
        written.add_item(
            title=words.title,
            link=address_of(site, one, language),
            description=words.lead,
            author_name=one.author,
            unique_id=address_of(site, one, settings.LANGUAGE_CODE),
            pubdate=_moment(one),
            language=words.language if words.foreign else "",
        )
    return HttpResponse(written.writeString("utf-8"), content_type="application/rss+xml; charset=utf-8")


def _moment(one: Article) -> datetime:
    """Return when the article came out: its day is what is printed, its hour what the desk knows."""
    known = timezone.localtime(one.first_published_at) if one.first_published_at else None
    hour = known.time() if known is not None and known.date() == one.published_on else time(0, 0)
    return timezone.make_aware(datetime.combine(one.published_on, hour.replace(tzinfo=None)))
