"""Write an article and publish it at once, through the same checks as on the desk."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.portal.access import may_publish
from thidua.portal.actions.accept_finding import accept_finding
from thidua.portal.article_content import ArticleContent
from thidua.portal.models import Article, NewsIndex
from thidua.portal.queries.findings import checked
from thidua.support.audit.actions.record import record
from thidua.support.refusals import NotAllowed, Refused

_SETS = ("topics", "movements", "decisions")


def write_article(*, content: ArticleContent, by: User, accepting: str = "") -> Article:
    """Publish the article and return it. Raises NotAllowed; Refused on `body` with a sentence for each open finding.

    With `accepting`, a reason, findings that may be accepted are; the reason is kept with each.
    """
    if not may_publish(by):
        raise NotAllowed(_("Only a leader of the Board publishes articles."))
    said = {name: value for name, value in vars(content).items() if name not in _SETS}
    with transaction.atomic():
        article = Article(live=False, **said)
        NewsIndex.objects.get().add_child(instance=article)
        for name in _SETS:
            setattr(article, name, getattr(content, name))
        if accepting:
            for key in dict.fromkeys(each.key for each in checked(article).open if each.acceptable):
                accept_finding(article=article, key=key, reason=accepting, by=by)
        if found := checked(article).open:
            raise Refused({"body": [f"{each.place}: {each.sentence}" for each in found]})
        article.save_revision(user=by).publish(user=by, skip_permission_checks=True)
        record(by=by, action="portal.article_published", subject=article, details={"slug": content.slug})
    return Article.objects.get(pk=article.pk)
