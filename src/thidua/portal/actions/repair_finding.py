"""Put what a check suggests into the draft of an article."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.portal.access import may_write
from thidua.portal.figures.findings import ArticleFinding, Passage
from thidua.portal.models import Article
from thidua.portal.queries.article_parts import Source, parts_of
from thidua.portal.queries.findings import checked
from thidua.portal.queries.passages import source_text
from thidua.support.audit.actions.record import record
from thidua.support.refusals import NotAllowed, Refused


def repair_finding(*, article: Article, key: str, by: User) -> ArticleFinding:
    """Write a draft in which the suggestion of the open finding `key` stands, and return the finding.

    `article` is its latest revision; the one before stays in the history, and readers see what they saw.
    Raises NotAllowed, Refused on the whole.
    """
    if not may_write(by):
        raise NotAllowed(_("Only editors and leaders of the Board write articles."))
    lock = article.get_lock()
    if lock is not None and lock.for_user(by):
        raise Refused({"": _("The article is locked while it is reviewed: nothing was changed.")})
    finding = next((each for each in checked(article).open if each.key == key), None)
    if finding is None or finding.passage is None:
        raise Refused({"": _("The text has changed meanwhile: look at the list again.")})
    _put_in(article, finding.passage)
    with transaction.atomic():
        article.save_revision(user=by, clean=False)
        details = {"finding": finding.sentence, "was": finding.excerpt, "now": finding.suggestion}
        record(by=by, action="portal.finding_repaired", subject=article, details=details)
    return finding


def _put_in(article: Article, passage: Passage) -> None:
    source = parts_of(article)[passage.part].source
    text = source_text(article, source)
    _write(article, source, text[: passage.start] + passage.words + text[passage.end :])


def _write(article: Article, source: Source, text: str) -> None:
    if source.block is None:
        longest = Article._meta.get_field(source.field).max_length
        if longest is not None and len(text) > longest:
            raise Refused({"": _("The text would become too long: shorten it in the article first.")})
        setattr(article, source.field, text)
        return
    blocks = getattr(article, source.field).raw_data
    block = blocks[source.block]
    value = {**block["value"], source.inner: text} if source.inner else text
    blocks[source.block] = {**block, "value": value}
