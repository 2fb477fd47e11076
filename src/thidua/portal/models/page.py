"""A page that stands for long: about, contact, how to."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from thidua.portal.blocks import PAGE_BLOCKS
from thidua.portal.desk.addresses import PageForm
from thidua.portal.models.front import own_address
from thidua.portal.models.preview import as_reader


class InformationPage(Page):
    """A page of plain text, in Vietnamese and, where written, in English."""

    body = StreamField(PAGE_BLOCKS, verbose_name=_("body"))
    title_en = models.CharField(_("title in English"), max_length=255, blank=True)
    body_en = RichTextField(_("body in English"), blank=True)

    parent_page_types = ["portal.Front"]
    subpage_types: ClassVar[list[str]] = []
    private_page_options: ClassVar[list[str]] = []  # what is published is for everybody
    show_in_menus_default = True  # at the foot of every page, unless its editor says otherwise
    template = "news/information.html"
    base_form_class = PageForm
    content_panels = [
        *Page.content_panels,
        FieldPanel("body"),
        FieldPanel("title_en"),
        FieldPanel("body_en"),
    ]

    class Meta:
        verbose_name = _("information page")
        verbose_name_plural = _("information pages")

    def get_url_parts(self, request: object = None) -> tuple[int, str, str] | None:
        return own_address(self, reverse("information", args=[self.slug]))

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Show the preview as a reader sees the page."""
        answer: HttpResponse = super().serve_preview(as_reader(request), mode_name)
        return answer
