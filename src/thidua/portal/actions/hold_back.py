"""Keep an article that was created to be published at once a draft, because its checks are open."""

from __future__ import annotations

from thidua.portal.models import Article


def hold_back(*, article: Article) -> None:
    """Take an article off the site that no revision was ever published of; others stay as published."""
    if article.live and article.live_revision_id is None:
        article.live = False
        article.has_unpublished_changes = True
        article.save(update_fields=["live", "has_unpublished_changes"])
