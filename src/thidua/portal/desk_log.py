"""What happens on the editor's desk, entered in our own log: Wagtail's log is the source, ours the chain that holds.

Wagtail writes a line of its own for every act. Each that matters becomes an entry of the audit log in the same
transaction (`gate` puts every request to the desk into one). Drafts are left out: they are saved every few seconds.
"""

from __future__ import annotations

from typing import Any, Final

from django.db import models, transaction
from django.db.models.signals import post_save
from wagtail.models import ModelLogEntry, PageLogEntry

from thidua.support.audit.actions.record import record

_PREFIX: Final = "wagtail."
# What Wagtail does by itself at its hour; everything else without a person is an installation being set up.
_BY_THE_CLOCK: Final = frozenset({"publish.scheduled", "unpublish.scheduled"})
_DRAFTS: Final = frozenset({"edit", "reorder"})


def listen() -> None:
    """Enter what the desk logs from now on."""
    for log in (PageLogEntry, ModelLogEntry):
        post_save.connect(_enter, sender=log, dispatch_uid=f"portal.desk_log.{log.__name__}")


def _enter(instance: PageLogEntry | ModelLogEntry, created: bool, **_: Any) -> None:
    act = instance.action.removeprefix(_PREFIX)
    is_page = isinstance(instance, PageLogEntry)
    if not created or act.startswith("comments.") or (is_page and act in _DRAFTS):
        return
    if instance.user_id is None and act not in _BY_THE_CLOCK:
        return
    subject = _subject(instance, instance.page_id if is_page else instance.object_id)
    if subject is None:
        return
    with transaction.atomic():
        record(
            by=instance.user,
            action=f"portal.{act.replace('.', '_')}",
            subject=subject,
            details=_told(instance),
        )


def _subject(entry: PageLogEntry | ModelLogEntry, pk: object) -> models.Model | None:
    """Return a row that names what the entry is about, as it was called then; what was deleted has a name, too."""
    model = entry.content_type.model_class()
    if model is None:
        return None
    named = next((name for name in ("title", "name") if _has(model, name)), "")
    return model(pk=pk, **({named: entry.label} if named else {}))


def _has(model: type[models.Model], name: str) -> bool:
    return any(field.name == name for field in model._meta.get_fields())


def _told(entry: PageLogEntry | ModelLogEntry) -> dict[str, object]:
    """Return the comment of a reviewer and the hour of a schedule, where the entry has them."""
    data = entry.data or {}
    told: dict[str, object] = {}
    if comment := data.get("comment"):
        told["comment"] = str(comment)[:1000]
    if hour := (data.get("revision") or {}).get("go_live_at"):
        told["go_live_at"] = str(hour)
    return told
