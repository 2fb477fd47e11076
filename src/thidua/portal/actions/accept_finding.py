"""Take a finding of the checks on oneself, with a reason; and take that back."""

from __future__ import annotations

from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_line
from thidua.portal.access import may_publish, may_write
from thidua.portal.models import AcceptedFinding, Article
from thidua.portal.queries.findings import checked
from thidua.support.audit.actions.record import record
from thidua.support.refusals import NotAllowed, Refused

_LONGEST: Final = 500  # characters of a reason


def accept_finding(*, article: Article, key: str, reason: str, by: User) -> AcceptedFinding:
    """Accept the open finding `key` of the article as last written, and return what is kept.

    `article` is its latest revision. Naming somebody who did not agree is accepted only by who may publish.
    Raises NotAllowed, Refused on `reason` or on the whole.
    """
    if not may_write(by):
        raise NotAllowed(_("Only editors and leaders of the Board accept findings of the checks."))
    said = clean_line(reason)
    if not said:
        raise Refused({"reason": _("Say why the text stays as it is.")})
    if len(said) > _LONGEST:
        raise Refused({"reason": _("Say it in at most 500 characters.")})
    finding = next((each for each in checked(article).open if each.key == key), None)
    if finding is None:
        raise Refused({"": _("The text has changed meanwhile: look at the list again.")})
    if not finding.acceptable:
        raise Refused({"": _("This cannot be accepted: mend it in the text.")})
    if finding.code == "person_without_consent" and not may_publish(by):
        raise NotAllowed(_("Only a leader of the Board decides that somebody is named without consent."))
    with transaction.atomic():
        row = AcceptedFinding.objects.create(
            article_id=article.pk,
            key=key,
            code=finding.code,
            excerpt=finding.excerpt,
            reason=said,
            accepted_by=by,
        )
        details = {"finding": finding.sentence, "reason": said}
        record(by=by, action="portal.finding_accepted", subject=article, details=details)
    return row


def withdraw_acceptance(*, accepted: AcceptedFinding, by: User) -> None:
    """Open the finding again. Raises NotAllowed."""
    if not may_write(by):
        raise NotAllowed(_("Only editors and leaders of the Board accept findings of the checks."))
    with transaction.atomic():
        details = {"finding": accepted.excerpt or accepted.code, "reason": accepted.reason}
        record(by=by, action="portal.acceptance_withdrawn", subject=accepted.article, details=details)
        accepted.delete()
