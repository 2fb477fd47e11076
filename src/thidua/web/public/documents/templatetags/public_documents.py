"""Tags of documents and forms; they serve the page and its preview on the desk alike."""

from __future__ import annotations

from django.template import Library
from django.utils import timezone

from thidua.portal.enums import DocumentKind
from thidua.portal.models import PublicDocument
from thidua.portal.queries.documents import predecessors
from thidua.web.public.documents.shown import Reference, ShownDocument, reference, shown

register = Library()


@register.simple_tag
def shown_document(page: PublicDocument) -> ShownDocument:
    """`{% shown_document page as document %}`: the document as it stands today; one query for its files."""
    return shown([page], timezone.localdate())[0]


@register.simple_tag
def replaced_documents(page: PublicDocument) -> list[Reference]:
    """`{% replaced_documents page as replaced %}`: what this one has taken the place of; one query."""
    return [reference(row) for row in predecessors(page)] if page.pk else []


@register.filter
def is_form(page: PublicDocument) -> bool:
    """`{% if page|is_form %}`: whether it is a form to fill in."""
    return page.kind == DocumentKind.FORM
