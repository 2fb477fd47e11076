"""The emblem in the head of every page, where the Board gave one."""

from __future__ import annotations

from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.orgs.access import holds_everywhere
from thidua.orgs.queries.site_identity import emblem_file, identity_now

_DAY: Final = 24 * 60 * 60  # seconds; not longer, for an emblem may have to go


@require_safe
def emblem(request: HttpRequest, key: str) -> HttpResponse:
    """Give the emblem in force to everybody, an earlier one to whoever keeps the identity of the site."""
    in_force = key == identity_now(get_language() or "").emblem_key
    if not in_force and not holds_everywhere(request.user, Right.MANAGE_SITE):
        raise Http404
    picture = emblem_file(key)
    if not picture:
        raise Http404
    answer = HttpResponse(picture, content_type="image/png")
    answer["Cache-Control"] = f"public, max-age={_DAY}" if in_force else "private, no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
