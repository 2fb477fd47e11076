"""The last lines of a letter: where to read it in the system, and where to change what comes by e-mail."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.support.notices.enums import NoticeKind
from thidua.support.notices.models import Notice
from thidua.support.notices.wording import in_house_language


@in_house_language
def foot(row: Notice) -> str:
    """Return the foot of the letter; empty where the site's address is not set, or the letter brings its own link."""
    if not settings.SITE_URL or row.kind == NoticeKind.SECURITY:
        return ""
    lines = [
        _("Open: %(address)s") % {"address": settings.SITE_URL + reverse("notice", args=[row.pk])},
        _("Choose what comes by e-mail: %(address)s")
        % {"address": settings.SITE_URL + reverse("notice-wishes")},
    ]
    return "\n".join(["--", *lines])
