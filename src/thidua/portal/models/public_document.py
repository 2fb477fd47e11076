"""A document or form that everybody may read and download, and the list it stands in."""

from __future__ import annotations

from typing import ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, PublishingPanel, TabbedInterface
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import StreamField
from wagtail.models import Page

from thidua.portal.desk.addresses import PageForm
from thidua.portal.enums import DocumentKind
from thidua.portal.models.front import own_address
from thidua.portal.models.preview import as_reader
from thidua.support.provenance import provenance_field


class DocumentIndex(Page):
    """The place of all documents and forms."""

    max_count = 1
    private_page_options: ClassVar[list[str]] = []
    parent_page_types = ["portal.Front"]
    subpage_types = ["portal.PublicDocument"]

    class Meta:
        verbose_name = _("list of documents and forms")

    def get_url_parts(self, request: object = None) -> tuple[int, str, str] | None:
        return own_address(self, reverse("public-documents"))


class PublicDocument(Page):
    """One document or form: `title` is its name, `summary` what it is about (trích yếu).

    `in_force_to` is the last day on which it holds; a published `replaced_by` ends it, too.
    """

    kind = models.CharField(_("kind of document"), max_length=20, choices=DocumentKind.choices)
    number = models.CharField(
        _("number and sign"), max_length=100, blank=True, help_text=_("For example 98/2023/NĐ-CP.")
    )
    issued_by = models.CharField(_("issuing body"), max_length=200)
    issued_on = models.DateField(_("day of issue"), null=True, blank=True)
    in_force_from = models.DateField(_("first day in force"), null=True, blank=True)
    in_force_to = models.DateField(_("last day in force"), null=True, blank=True)
    replaced_by = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="replaces",
        verbose_name=_("replaced by"),
    )
    summary = models.TextField(_("what it is about"), max_length=600)
    files = StreamField(
        [("file", DocumentChooserBlock(label=_("file to download")))], verbose_name=_("files"), blank=True
    )
    official_address = models.URLField(
        _("address of the official text"),
        blank=True,
        help_text=_("Where the issuing body publishes it; begins with https://."),
    )
    topics = ParentalManyToManyField("portal.Topic", blank=True, related_name="documents")
    title_en = models.CharField(_("title in English"), max_length=255, blank=True)
    summary_en = models.TextField(_("what it is about, in English"), max_length=600, blank=True)
    provenance = provenance_field()

    parent_page_types = ["portal.DocumentIndex"]
    subpage_types: ClassVar[list[str]] = []
    private_page_options: ClassVar[list[str]] = []  # what is published is for everybody
    template = "documents/document.html"
    base_form_class = PageForm

    content_panels = [
        FieldPanel("kind"),
        *Page.content_panels,
        FieldPanel("summary"),
        MultiFieldPanel(
            [FieldPanel("number"), FieldPanel("issued_by"), FieldPanel("issued_on")],
            heading=_("Who issued it, and when"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("in_force_from"),
                FieldPanel("in_force_to"),
                FieldPanel("replaced_by", widget=forms.Select),
            ],
            heading=_("Whether it holds"),
        ),
        FieldPanel("files"),
        FieldPanel("official_address"),
        FieldPanel("topics", widget=forms.CheckboxSelectMultiple, heading=_("Topics")),
    ]
    english_panels = [FieldPanel("title_en"), FieldPanel("summary_en")]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Content")),
            ObjectList(english_panels, heading=_("English")),
            ObjectList(Page.promote_panels, heading=_("Address")),
            ObjectList([PublishingPanel()]),  # no tab: the schedule opens from the status beside the form
        ]
    )

    class Meta:
        verbose_name = _("document or form")
        verbose_name_plural = _("documents and forms")
        indexes = [models.Index(fields=["issued_on"], name="public_document_issued_on")]

    def clean(self) -> None:
        """Refuse days in the wrong order, a document that replaces itself, and one without any text to read."""
        super().clean()
        faults = {}
        if self.in_force_from and self.in_force_to and self.in_force_to < self.in_force_from:
            faults["in_force_to"] = _now("The last day in force cannot stand before the first.")
        if self.replaced_by_id is not None and self.replaced_by_id == self.pk:
            faults["replaced_by"] = _now("A document cannot replace itself: choose another.")
        if faults:
            raise ValidationError(faults)

    def get_url_parts(self, request: object = None) -> tuple[int, str, str] | None:
        return own_address(self, reverse("public-document", args=[self.slug]))

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Show the preview as a reader sees the page."""
        answer: HttpResponse = super().serve_preview(as_reader(request), mode_name)
        return answer
