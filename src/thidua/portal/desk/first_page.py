"""What waits, on the first page of the editor's desk: drafts that were never published, and comments of readers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.template.context import Context
from wagtail.admin.ui.components import Component
from wagtail.models import Page

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.orgs.access import may_anywhere
from thidua.portal.models import Article, DocumentIndex, InformationPage, NewsIndex, PublicDocument
from thidua.portal.queries.comments import oldest_waiting

MOST: Final = 10  # drafts shown


class WhatWaits(Component):
    """Drafts, the last changed first; comments of readers for who decides about them; the ways to begin."""

    name = "what-waits"
    template_name = "portal/what_waits.html"
    order = 50

    def get_context_data(self, parent_context: Mapping[str, Any] | Context) -> Mapping[str, Any]:
        """Return drafts (rows of pages), `waiting` comments or None, and the places of news and documents."""
        user = parent_context["request"].user
        reads = isinstance(user, User) and may_anywhere(user, Right.MODERATE_COMMENTS)
        drafts = Page.objects.type(Article, PublicDocument, InformationPage).filter(
            live=False, first_published_at=None
        )
        return {
            "drafts": drafts.order_by("-latest_revision_created_at", "-pk")[:MOST],
            "waiting": oldest_waiting() if reads else None,
            "reads": reads,
            "news": NewsIndex.objects.first(),
            "documents": DocumentIndex.objects.first(),
        }
