"""What is wrong with the photos of an article."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from thidua.core.vietnamese.fold import fold
from thidua.portal.figures.findings import ArticleFinding
from thidua.portal.models import Article


def photo_findings(article: Article) -> Iterator[ArticleFinding]:
    """Yield a finding for each photo without caption or without words for readers who cannot see it; no query."""
    if article.photo_id is not None:
        yield from _of_photo(_("photo"), article.photo_caption, article.photo_alternative)
    for number, block in enumerate(article.body, start=1):
        if block.block_type == "photo":
            place = _("paragraph %(number)s") % {"number": number}
            yield from _of_photo(place, block.value["caption"], block.value["alternative"])


def _of_photo(place: str, caption: str, alternative: str) -> Iterator[ArticleFinding]:
    if not caption.strip():
        said = _("The photo has no caption: say who does what, where and when.")
        yield ArticleFinding("photo_without_caption", place, said, acceptable=False)
    if not alternative.strip():
        said = _("Readers who cannot see the photo learn nothing: describe what it shows.")
        yield ArticleFinding("photo_without_alternative", place, said, acceptable=False)
    elif fold(alternative) == fold(caption):
        said = _("The description of the photo repeats its caption: say what is to be seen.")
        yield ArticleFinding("photo_alternative_repeats", place, said, excerpt=alternative)
