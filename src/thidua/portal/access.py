"""Who writes and publishes articles, and who reads comments before they are published."""

from __future__ import annotations

from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.orgs.access import Visitor, may_anywhere
from thidua.support.refusals import NotAllowed


def may_write(user: Visitor | None) -> bool:
    """Tell whether `user` may write articles."""
    return may_anywhere(user, Right.WRITE_ARTICLES) or may_publish(user)


def may_publish(user: Visitor | None) -> bool:
    """Tell whether `user` may publish articles."""
    return may_anywhere(user, Right.PUBLISH_ARTICLES)


def require_moderating(by: Visitor | None) -> None:
    """Raise NotAllowed unless `by` may publish and decline comments of readers."""
    if not may_anywhere(by, Right.MODERATE_COMMENTS):
        raise NotAllowed(_("Only an editor or an officer of the Board may decide about comments of readers."))
