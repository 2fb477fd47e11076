"""Write the story of a role model, and correct it."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.movements.content.shown_photo import ShownPhoto
from thidua.movements.content.story import StoryContent
from thidua.movements.models import ProposedPhoto, RoleModel, RoleModelStory, StoryPhoto
from thidua.movements.role_model_access import require_office
from thidua.movements.slugs import free_slug
from thidua.support.audit.actions.record import record
from thidua.support.edits import apply_edit
from thidua.support.refusals import Refused


def write_story(
    *, role_model: RoleModel, content: StoryContent, version: int = 0, slug: str = "", by: User
) -> RoleModelStory:
    """Store the story, not public yet if it is new, and return it; `version`: the one that the person saw, 0 of none.

    The address is made of the title, once. Raises NotAllowed, Refused per field at fault, or EditedMeanwhile.
    """
    require_office(by)
    values = content.cleaned()
    with transaction.atomic():
        RoleModel.objects.select_for_update(of=("self",)).get(pk=role_model.pk)
        story = RoleModelStory.objects.select_for_update(of=("self",)).filter(role_model=role_model).first()
        _require_own_photos(content.photos, role_model, story, by)
        if story is None:
            return _new(role_model, content, slug, by)
        stored = list(story.photos.select_related("photo"))
        lists = {"photos": (_told(stored), _told(content.photos))}
        changes = apply_edit(story, values, seen=version, lists=lists, derived=content.derived())
        if "photos" in changes:
            story.photos.all().delete()
            _show(story, content.photos)
        if changes:
            record(by=by, action="movements.story_edited", subject=story, details=changes)
    return story


def _new(role_model: RoleModel, content: StoryContent, slug: str, by: User) -> RoleModelStory:
    values = content.cleaned()
    address = free_slug(RoleModelStory, slug, content.title, otherwise="guong-dien-hinh")
    story = RoleModelStory.objects.create(role_model=role_model, slug=address, **values, **content.derived())
    _show(story, content.photos)
    details = values | {"photos": _told(content.photos)}
    record(by=by, action="movements.story_written", subject=story, details=details)
    return story


def _show(story: RoleModelStory, photos: Sequence[ShownPhoto]) -> None:
    StoryPhoto.objects.bulk_create(
        StoryPhoto(story=story, order=order, **shown.cleaned()) for order, shown in enumerate(photos, start=1)
    )


def _told(photos: Sequence[ShownPhoto] | Sequence[StoryPhoto]) -> list[str]:
    return [f"{shown.alternative} | {shown.caption} [{shown.photo.pk}]" for shown in photos]


def _require_own_photos(
    photos: Sequence[ShownPhoto], role_model: RoleModel, story: RoleModelStory | None, by: User
) -> None:
    """Only what came with the proposal, stands in the story, or was sent by this person may be shown."""
    known = set(
        ProposedPhoto.objects.filter(proposal__role_model=role_model).values_list("photo_id", flat=True)
    )
    if story is not None:
        known |= set(story.photos.values_list("photo_id", flat=True))
    if any(shown.photo.pk not in known and shown.photo.uploaded_by_id != by.pk for shown in photos):
        raise Refused({"photos": _("Choose photos of this proposal, or send new ones.")})
