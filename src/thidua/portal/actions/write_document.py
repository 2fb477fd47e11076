"""Keep a file, and publish a document or form with its files."""

from __future__ import annotations

from io import BytesIO

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.documents.models import Document

from thidua.accounts.models import User
from thidua.portal.access import may_publish, may_write
from thidua.portal.document_content import DocumentContent
from thidua.portal.models import DocumentIndex, PublicDocument
from thidua.portal.queries.hidden_names import names_refused
from thidua.support.audit.actions.record import record
from thidua.support.refusals import NotAllowed, Refused

_SETS = ("topics", "files")


def keep_file(*, title: str, content: bytes, name: str, by: User) -> Document:
    """Keep the bytes as a file to download, and return it. Raises NotAllowed; Refused where it hides names."""
    if not may_write(by):
        raise NotAllowed(_("Only editors and leaders of the Board write what the public reads."))
    if refused := names_refused(content, name):
        raise Refused({"file": refused})
    with transaction.atomic():
        document = Document(title=title, uploaded_by_user=by, file=File(BytesIO(content), name=name))
        document._set_document_file_metadata()
        document.save(force_insert=True)
        record(by=by, action="portal.file_kept", subject=document, details={"file": name})
    return document


def write_document(*, content: DocumentContent, by: User) -> PublicDocument:
    """Publish the document and return it. Raises NotAllowed, ValidationError."""
    if not may_publish(by):
        raise NotAllowed(_("Only a leader of the Board publishes documents."))
    said = {name: value for name, value in vars(content).items() if name not in _SETS}
    with transaction.atomic():
        document = PublicDocument(live=False, files=[("file", file) for file in content.files], **said)
        DocumentIndex.objects.get().add_child(instance=document)
        document.topics = list(content.topics)
        document.save_revision(user=by).publish(user=by, skip_permission_checks=True)
        details = {"slug": content.slug, "number": content.number}
        record(by=by, action="portal.document_published", subject=document, details=details)
    return PublicDocument.objects.get(pk=document.pk)
