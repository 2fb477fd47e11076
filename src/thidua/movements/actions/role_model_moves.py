"""The ways in which a proposed role model changes its state and a story comes down; call inside a transaction."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.workflow.role_model_proposal import ROLE_MODEL_PROPOSAL
from thidua.core.workflow.table import MoveRefused
from thidua.movements.models import (
    ProposedPhoto,
    RoleModel,
    RoleModelProposal,
    RoleModelStory,
    StoryPhoto,
)
from thidua.support.audit.actions.record import record
from thidua.support.photos.actions import delete_photos
from thidua.support.refusals import Refused


def lock_proposal(proposal: RoleModelProposal) -> RoleModelProposal:
    """Return the row as it is now, locked."""
    rows = RoleModelProposal.objects.select_for_update(of=("self",)).select_related("asked_unit")
    return rows.get(pk=proposal.pk)


def move_proposal(
    row: RoleModelProposal, verb: str, *, by: User, action: str, values: Mapping[str, object]
) -> None:
    """Make the move `verb` with the locked `row`, write `values` with it, and record it as `action`.

    Raises Refused where the flow has no such move from the present state.
    """
    try:
        target = ROLE_MODEL_PROPOSAL.move(verb, row.state).target
    except MoveRefused as refused:
        raise Refused(
            _("This is not possible any more: the proposal is now “%(state)s”. Load the page again.")
            % {"state": row.get_state_display()}
        ) from refused
    row.state, row.state_since = target, timezone.now()
    for name, value in values.items():
        setattr(row, name, value)
    row.version += 1
    row.save(update_fields=["state", "state_since", "version", *values])
    told = {name: value for name, value in values.items() if value and name != "asked_at"}
    record(by=by, action=action, subject=row, details=told)


def follow_role_model(role_model: RoleModel, verb: str) -> None:
    """Let the proposal that became `role_model` make the move `verb`, where there is one and it can."""
    row = RoleModelProposal.objects.select_for_update(of=("self",)).filter(role_model=role_model).first()
    if row is None:
        return
    try:
        row.state = ROLE_MODEL_PROPOSAL.move(verb, row.state).target
    except MoveRefused:
        return
    row.state_since = timezone.now()
    row.version += 1
    row.save(update_fields=["state", "state_since", "version"])


def take_down(role_model: RoleModel, because: str, *, by: User) -> RoleModelStory | None:
    """Take down the story of `role_model` if it is public, and return it; what is taken down stays so."""
    story = RoleModelStory.objects.select_for_update(of=("self",)).filter(role_model=role_model).first()
    if story is None or story.published_at is None or story.taken_down_at is not None:
        return None
    story.taken_down_at, story.taken_down_because = timezone.now(), because
    story.version += 1
    story.save(update_fields=["taken_down_at", "taken_down_because", "version"])
    record(by=by, action="movements.story_taken_down", subject=story, details={"reason": because})
    return story


def drop_photos(role_model: RoleModel, *, by: User | None) -> None:
    """Delete every photo of `role_model`, of its story and of the proposal that it was."""
    shown = StoryPhoto.objects.filter(story__role_model=role_model)
    sent = ProposedPhoto.objects.filter(proposal__role_model=role_model)
    photos = {*shown.values_list("photo_id", flat=True), *sent.values_list("photo_id", flat=True)}
    if not photos:
        return
    shown.delete()
    sent.delete()
    delete_photos(photos=photos)
    record(by=by, action="movements.photos_deleted", subject=role_model, details={"photos": len(photos)})
