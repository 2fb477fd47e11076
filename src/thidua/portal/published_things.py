"""Pictures, files and topics that readers see are changed only by who publishes."""

from __future__ import annotations

from typing import Final

from django.contrib.admin.utils import unquote
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.documents.models import Document

from thidua.accounts.models import User
from thidua.portal.access import may_publish
from thidua.portal.models import EditorialImage, Topic
from thidua.portal.queries.links import is_shown
from thidua.support.refusals import NotAllowed

_MODELS: Final[dict[str, type[models.Model]]] = {
    "wagtailimages": EditorialImage,
    "wagtaildocs": Document,
    "wagtailsnippets_portal_topic": Topic,
}
_BULK: Final = "wagtail_bulk_action"
_ADDING: Final = frozenset({"add", "add_multiple", "chooser", "upload"})


def require_unpublished(request: HttpRequest, user: User) -> None:
    """Raise NotAllowed when `user` would change what a published page shows and may not publish."""
    match = request.resolver_match
    if match is None or match.kwargs is None or may_publish(user):
        return
    if match.url_name == _BULK:
        kind = _bulk_model(str(match.kwargs.get("app_label")), str(match.kwargs.get("model_name")))
        keys = request.GET.getlist("id")
        if kind is not None and ("all" in keys or _any_shown(kind, keys)):
            raise NotAllowed(_refusal())
        return
    kind = _MODELS.get(match.namespaces[-1]) if match.namespaces else None
    if kind is None or match.url_name in _ADDING:
        return
    keys = [unquote(str(value)) for value in (*match.args, *match.kwargs.values())]
    if _any_shown(kind, keys):
        raise NotAllowed(_refusal())


def _refusal() -> str:
    return _(
        "A published page uses this, so only a leader of the Board changes or deletes it. "
        "Add a new one instead and choose it in your draft."
    )


def _bulk_model(app_label: str, model_name: str) -> type[models.Model] | None:
    found = (
        kind for kind in _MODELS.values() if kind._meta.label_lower == f"{app_label}.{model_name}".lower()
    )
    return next(found, None)


def _any_shown(kind: type[models.Model], keys: list[str]) -> bool:
    rows = kind._default_manager.filter(pk__in=[key for key in keys if key.isascii() and key.isdigit()])
    return any(is_shown(row) for row in rows)
