"""What became of an opinion, told to whoever has its code."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.nominations.enums import OpinionState
from thidua.nominations.models import Opinion
from thidua.nominations.queries import BROKEN_OFF, opinion_of
from thidua.web.shell.follow_up import Followed
from thidua.web.shell.tags import Tag, Tone


def opinion_followed(code: str) -> Followed | None:
    """Return the state of the opinion with `code`, and where the list stands; None for a strange code."""
    row = opinion_of(code)
    if row is None:
        return None
    return Followed(
        title=_("Your opinion about nominees"),
        tag=_tag(row),
        sentence=_sentence(row),
        answer=row.answer,
        url="" if _broken_off(row) else reverse("consultation", args=[row.consultation_id]),
        url_label=_("See the consultation"),
    )


def _tag(row: Opinion) -> Tag:
    if row.answer:
        return Tag(_("answered"), Tone.SUCCESS)
    if row.state == OpinionState.WAITING:
        return Tag(_("waits to be read"), Tone.INFO)
    if row.state == OpinionState.PUBLISHED:
        return Tag(_("read, will be shown"), Tone.SUCCESS)
    return Tag(_("read, not shown"), Tone.NEUTRAL)


def _broken_off(row: Opinion) -> bool:
    return row.consultation.closed_at is None and row.consultation.dossier.state in BROKEN_OFF


def _sentence(row: Opinion) -> str:
    if _broken_off(row):
        return _("The list was withdrawn before the consultation closed. The Board keeps your opinion.")
    if row.state == OpinionState.WAITING and row.answer:
        return _(
            "The Board has read your opinion and answers it below. It has not decided yet whether to show it."
        )
    if row.state == OpinionState.WAITING:
        return _("The Board has your opinion and has not finished reading it.")
    if row.state == OpinionState.KEPT_BACK:
        said = _("The Board has read your opinion and does not show it to the public: %(reason)s")
        return said % {"reason": row.moderation_reason}
    if row.consultation.closed_at is None:
        return _(
            "The Board has read your opinion. It is shown once the consultation is closed, without your name."
        )
    return _("The Board has read your opinion. It stands on the page of the consultation, without your name.")
