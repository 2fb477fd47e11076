"""Publish a page that stands for long."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.portal.access import may_publish
from thidua.portal.models import Front, InformationPage
from thidua.support.audit.actions.record import record
from thidua.support.refusals import NotAllowed


def write_page(
    *,
    slug: str,
    title: str,
    body: Sequence[tuple[str, object]],
    by: User,
    title_en: str = "",
    body_en: str = "",
    at_the_foot: bool = True,
) -> InformationPage:
    """Publish the page and return it; `body` holds blocks as `portal.blocks` names them. Raises NotAllowed."""
    if not may_publish(by):
        raise NotAllowed(_("Only a leader of the Board publishes pages."))
    with transaction.atomic():
        page = InformationPage(
            slug=slug,
            title=title,
            body=body,
            title_en=title_en,
            body_en=body_en,
            live=False,
            show_in_menus=at_the_foot,
        )
        Front.objects.get().add_child(instance=page)
        page.save_revision(user=by).publish(user=by, skip_permission_checks=True)
        record(by=by, action="portal.page_published", subject=page, details={"slug": slug})
    return InformationPage.objects.get(pk=page.pk)
