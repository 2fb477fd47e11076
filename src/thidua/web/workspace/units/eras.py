"""Spans of time in words, open ends left out."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from thidua.web.shell import formats


def era(first: date | None, last: date | None) -> str:
    """Return «từ 01/07/2025», «đến 30/06/2025», both, or ""."""
    if first and last:
        return _("from %(first)s to %(last)s") % {"first": formats.day(first), "last": formats.day(last)}
    if last:
        return _("until %(last)s") % {"last": formats.day(last)}
    return _("since %(first)s") % {"first": formats.day(first)} if first else ""
