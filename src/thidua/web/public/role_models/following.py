"""What became of a proposed role model, told to whoever has its code; never who refused what."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from thidua.core.workflow import role_model_proposal as flow
from thidua.movements.enums import SubjectKind
from thidua.movements.models import RoleModelProposal
from thidua.movements.queries.role_models import proposal_of_code
from thidua.movements.role_model_access import is_public
from thidua.web.shell.follow_up import Followed
from thidua.web.shell.tags import Tag, Tone


def proposal_followed(code: str) -> Followed | None:
    """Return where the proposal with `code` stands, and its story once it is public; None for a strange code."""
    row = proposal_of_code(code)
    if row is None:
        return None
    story = getattr(row.role_model, "story", None) if row.role_model else None
    shown = story is not None and is_public(story)
    return Followed(
        title=_("The good example you proposed: %(name)s") % {"name": row.subject_name},
        tag=_tag(row, shown),
        sentence=_sentence(row, shown),
        answer=row.reason if row.state == flow.NOT_TAKEN_UP else "",
        url=reverse("role-model-story", args=[story.slug]) if story is not None and shown else "",
        url_label=_("Read the story") if shown else "",
    )


def _tag(row: RoleModelProposal, shown: bool) -> Tag:
    if shown:
        return Tag(pgettext("proposal", "published"), Tone.SUCCESS)
    if row.state in (flow.NOT_TAKEN_UP, flow.CONSENT_REFUSED, flow.TAKEN_DOWN):
        return Tag(_("closed"))
    if row.state == flow.NEW:
        return Tag(_("received"), Tone.INFO)
    if row.state in (flow.WITH_UNIT, flow.DOUBTED):
        return Tag(_("being checked with the unit"), Tone.INFO)
    return Tag(_("being prepared"), Tone.INFO)


def _sentence(row: RoleModelProposal, shown: bool) -> str:
    if shown:
        return _("The story is published. Thank you for your proposal.")
    if row.state == flow.NEW:
        return _("The Board has your proposal and has not finished reading it.")
    if row.state in (flow.WITH_UNIT, flow.DOUBTED):
        return _("The Board is asking the unit that knows the person or collective.")
    if row.state == flow.VERIFIED and row.subject_kind != SubjectKind.COLLECTIVE:
        return _("The unit has checked it. Whoever is named is asked first whether they agree.")
    if row.state in (flow.VERIFIED, flow.CONSENT_GIVEN, flow.PUBLISHED):
        return _("The unit has checked it. The Board is writing the story.")
    if row.state == flow.NOT_TAKEN_UP:
        return _("The Board has read your proposal and publishes no story about it.")
    return _("No story about it is public now. Thank you for your proposal.")
