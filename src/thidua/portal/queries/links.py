"""What is written about a movement, and which files the published pages lead to."""

from __future__ import annotations

from django.db import models
from django.db.models import QuerySet
from wagtail.documents.models import AbstractDocument
from wagtail.models import Page, ReferenceIndex

from thidua.movements.models import Movement
from thidua.portal.models import Article, PublicDocument, Topic


def articles_about(movement: Movement) -> QuerySet[Article]:
    """Return the published articles that name `movement`, newest first; one query."""
    return Article.objects.live().filter(movements=movement).order_by("-published_on", "-pk")


def is_published(document: AbstractDocument) -> bool:
    """Tell whether a page that everybody may read leads to `document`; two queries."""
    return _leads_to(document)


def is_shown(row: models.Model) -> bool:
    """Tell whether readers see a picture, a file or a topic on a published page; two queries."""
    if isinstance(row, Topic):
        shown = (Article.objects, PublicDocument.objects)
        return any(pages.live().filter(topics=row).exists() for pages in shown)
    return _leads_to(row)


def _leads_to(row: models.Model) -> bool:
    using = ReferenceIndex.get_references_to(row).values_list("object_id", flat=True)
    return bool(Page.objects.live().filter(pk__in=[int(pk) for pk in using if pk.isdigit()]).exists())
