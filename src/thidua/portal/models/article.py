"""An article, and the list it stands in."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, PublishingPanel, TabbedInterface
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from thidua.portal.blocks import ARTICLE_BLOCKS
from thidua.portal.desk.article_form import ArticleForm
from thidua.portal.models.front import own_address
from thidua.portal.models.preview import as_reader
from thidua.portal.panels import ChecksPanel, FiguresPanel, PictureChooser, RowsPanel
from thidua.support.provenance import provenance_field


class NewsIndex(Page):
    """The place of all articles."""

    max_count = 1
    private_page_options: ClassVar[list[str]] = []
    parent_page_types = ["portal.Front"]
    subpage_types = ["portal.Article"]

    class Meta:
        verbose_name = _("news list")

    def get_url_parts(self, request: object = None) -> tuple[int, str, str] | None:
        return own_address(self, reverse("news"))


class Article(Page):
    """One article: `title` is short; a longer printed title stands in `full_title`.

    `imported_views` counts readers told by an earlier site, shown together with our own count.
    """

    full_title = models.CharField(_("full title"), max_length=400, blank=True)
    lead = models.TextField(_("lead"), max_length=600)
    photo = models.ForeignKey(
        "portal.EditorialImage", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    photo_caption = models.CharField(_("caption"), max_length=300, blank=True)
    photo_alternative = models.CharField(
        _("what the photo shows"),
        max_length=300,
        blank=True,
        help_text=_("For readers who cannot see it; says what the caption does not."),
    )
    body = StreamField(ARTICLE_BLOCKS, verbose_name=_("body"), blank=True)
    author = models.CharField(_("author"), max_length=200)
    issued_by = models.CharField(_("issued by"), max_length=200)
    published_on = models.DateField(_("day of the article"))
    topics = ParentalManyToManyField("portal.Topic", blank=True, related_name="articles")
    movements = ParentalManyToManyField("movements.Movement", blank=True, related_name="articles")
    decisions = ParentalManyToManyField("registry.Conferral", blank=True, related_name="articles")
    title_en = models.CharField(_("title in English"), max_length=255, blank=True)
    lead_en = models.TextField(_("lead in English"), max_length=600, blank=True)
    body_en = RichTextField(_("body in English"), blank=True)
    imported_views = models.PositiveIntegerField(
        _("views told by the former site"), default=0, editable=False
    )
    provenance = provenance_field()  # articles of the demonstration say that they are illustrative
    comments_open = models.BooleanField(_("readers may comment"), default=True)

    parent_page_types = ["portal.NewsIndex"]
    subpage_types: ClassVar[list[str]] = []
    private_page_options: ClassVar[list[str]] = []  # what is published is for everybody
    template = "news/article.html"
    base_form_class = ArticleForm

    content_panels = [
        ChecksPanel(),
        *Page.content_panels,
        FieldPanel("full_title"),
        FieldPanel("lead"),
        MultiFieldPanel(
            [
                FieldPanel("photo", widget=PictureChooser, heading=_("Photo")),
                FieldPanel("photo_caption"),
                FieldPanel("photo_alternative"),
            ],
            heading=_("Photo"),
        ),
        FieldPanel("body"),
        FiguresPanel(heading=_("Figures from the records")),
        MultiFieldPanel(
            [FieldPanel("author"), FieldPanel("issued_by"), FieldPanel("published_on")],
            heading=_("Who writes, and when"),
        ),
        RowsPanel("corrections", heading=_("Corrections"), label=_("correction")),
    ]
    link_panels = [
        FieldPanel("topics", heading=_("Topics")),
        FieldPanel("movements", heading=_("Movements")),
        FieldPanel("decisions", heading=_("Decisions")),
        FieldPanel("comments_open"),
    ]
    english_panels = [FieldPanel("title_en"), FieldPanel("lead_en"), FieldPanel("body_en")]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Content")),
            ObjectList(link_panels, heading=_("Links")),
            ObjectList(english_panels, heading=_("English")),
            ObjectList(Page.promote_panels, heading=_("Address")),
            ObjectList([PublishingPanel()]),  # no tab: the schedule opens from the status beside the form
        ]
    )

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")

    def get_url_parts(self, request: object = None) -> tuple[int, str, str] | None:
        return own_address(self, reverse("article", args=[self.slug]))

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Show the preview as a reader sees the page."""
        answer: HttpResponse = super().serve_preview(as_reader(request), mode_name)
        return answer
