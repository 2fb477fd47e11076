"""What a text is made of."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

# No headings inside a paragraph (they are blocks of their own), no pictures without alternative text.
PROSE_FEATURES: Final = ["bold", "ol", "ul", "link", "document-link"]


class PhotoBlock(blocks.StructBlock):
    """A photo with caption and, apart from it, what it shows."""

    image = ImageChooserBlock(label=_("photo"))
    caption = blocks.CharBlock(label=_("caption"), max_length=300)
    alternative = blocks.CharBlock(
        label=_("what the photo shows"),
        max_length=300,
        help_text=_("For readers who cannot see it; says what the caption does not."),
    )

    class Meta:
        icon = "image"
        label = _("photo")
        template = "news/blocks/photo.html"


class QuoteBlock(blocks.StructBlock):
    """Words of somebody."""

    words = blocks.TextBlock(label=_("words"), max_length=1000)
    speaker = blocks.CharBlock(label=_("who said it"), max_length=200)

    class Meta:
        icon = "openquote"
        label = _("quotation")
        template = "news/blocks/quote.html"


_PROSE: Final = [
    ("heading", blocks.CharBlock(label=_("heading"), max_length=200, icon="title")),
    ("paragraph", blocks.RichTextBlock(label=_("paragraph"), features=PROSE_FEATURES)),
    ("photo", PhotoBlock()),
    ("quote", QuoteBlock()),
    ("file", DocumentChooserBlock(label=_("file to download"))),
]
ARTICLE_BLOCKS: Final = [*_PROSE]
PAGE_BLOCKS: Final = [*_PROSE]
