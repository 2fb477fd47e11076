"""The story of a role model with its photos."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.accounts.models import User
from thidua.movements.actions.write_story import write_story
from thidua.movements.content.shown_photo import ShownPhoto
from thidua.movements.content.story import LONGEST_STORY, StoryContent
from thidua.movements.models import ProposedPhoto, RoleModel, RoleModelStory, StoryPhoto
from thidua.support.photos.actions import keep_photo
from thidua.support.photos.kinds import PHOTOS
from thidua.support.photos.models import Photo
from thidua.support.refusals import Refused
from thidua.web.shell.forms import FileField, Form, LineField, SeenField, TextField
from thidua.web.shell.lookups import sources
from thidua.web.shell.lookups.fields import LookupField

NEW: Final = (1, 2)
ENDINGS: Final = ",".join(["image/*", *(ending for kind in PHOTOS for ending in kind.endings)])


@dataclass(frozen=True)
class OfferedPhoto:
    """A photo that may be shown: the fields about it; `kind` and `shown` lead to its file."""

    kind: str
    shown: ProposedPhoto | StoryPhoto
    use: BoundField
    alternative: BoundField
    caption: BoundField


class StoryForm(Form):
    """Title, summary, text, place; which photos of the proposal and the story are shown; up to two new ones."""

    seen = SeenField(required=False)
    title = LineField(label=gettext_lazy("Title"), max_length=200)
    summary = TextField(
        label=gettext_lazy("Summary"),
        rows=2,
        max_length=400,
        help_text=gettext_lazy("One or two sentences; lists show it."),
    )
    text = TextField(
        label=gettext_lazy("Story"),
        rows=14,
        max_length=LONGEST_STORY,
        help_text=gettext_lazy("An empty line begins a new paragraph."),
    )
    place = LookupField(
        label=gettext_lazy("Commune or other place"),
        required=False,
        help_text=gettext_lazy("The public finds stories by it."),
    )

    def __init__(self, *args: Any, role_model: RoleModel, user: User, **kwargs: Any) -> None:
        self.role_model, self.user = role_model, user
        story: RoleModelStory | None = getattr(role_model, "story", None)
        said = {name: getattr(story, name) for name in ("title", "summary", "text", "place")} if story else {}
        kwargs["initial"] = {
            "seen": story.version if story else 0,
            "text": role_model.deed,
            "place": role_model.found_by,
            **said,
        }
        super().__init__(*args, **kwargs)
        source = sources.units(user)
        present = story.place if story else None
        self.fields["place"].source = source.also(present) if present else source  # type: ignore[attr-defined]
        self.offered = _photos_of(role_model, story)
        for kind, shown in self.offered:
            self._ask(f"{kind}-{shown.pk}", shown, kind == "story")
        for number in NEW:
            self._ask_new(number)

    @property
    def photos(self) -> list[OfferedPhoto]:
        """The photos to choose from, with their fields."""
        names = [(kind, shown, f"{kind}-{shown.pk}") for kind, shown in self.offered]
        return [
            OfferedPhoto(
                kind, shown, self[f"use-{name}"], self[f"alternative-{name}"], self[f"caption-{name}"]
            )
            for kind, shown, name in names
        ]

    @property
    def new_photos(self) -> list[tuple[BoundField, BoundField, BoundField]]:
        """The questions about new photos: file, words, caption."""
        return [
            (self[f"photo-{number}"], self[f"alternative-new-{number}"], self[f"caption-new-{number}"])
            for number in NEW
        ]

    def write(self) -> RoleModelStory:
        """Keep new photos, store the story and return it; raises Refused per field at fault."""
        said, photos = self.cleaned_data, self._chosen()
        content = StoryContent(
            title=said["title"],
            summary=said["summary"],
            text=said["text"],
            place=said["place"],
            photos=tuple(shown for _name, shown in photos),
            provenance=self._provenance(),
        )
        try:
            return write_story(
                role_model=self.role_model, content=content, version=said["seen"] or 0, by=self.user
            )
        except Refused as refused:
            names = {
                f"{what}_{order}": f"{what}-{name}"
                for order, (name, _shown) in enumerate(photos, start=1)
                for what in ("alternative", "caption")
            }
            refused.faults = {names.get(name, name): said for name, said in refused.faults.items()}
            raise

    def _provenance(self) -> str:
        story = getattr(self.role_model, "story", None)
        return story.provenance if story else self.role_model.provenance

    def _chosen(self) -> list[tuple[str, ShownPhoto]]:
        said = self.cleaned_data
        chosen: list[tuple[str, Photo]] = []
        for kind, shown in self.offered:
            if said[f"use-{kind}-{shown.pk}"]:
                chosen.append((f"{kind}-{shown.pk}", shown.photo))
        for number in NEW:
            upload = said[f"photo-{number}"]
            if upload:
                kept = keep_photo(data=upload.read(), name=upload.name, by=self.user, field=f"photo-{number}")
                chosen.append((f"new-{number}", kept))
        return [
            (name, ShownPhoto(photo, said[f"alternative-{name}"], said[f"caption-{name}"]))
            for name, photo in chosen
        ]

    def _ask(self, name: str, shown: ProposedPhoto | StoryPhoto, used: bool) -> None:
        self.fields[f"use-{name}"] = forms.BooleanField(
            label=_("Show this photo"), required=False, initial=used
        )
        self._ask_words(name, shown.alternative, shown.caption)

    def _ask_new(self, number: int) -> None:
        self.fields[f"photo-{number}"] = FileField(
            label=_("New photo %(number)s") % {"number": number},
            required=False,
            widget=forms.FileInput(attrs={"accept": ENDINGS}),
        )
        self._ask_words(f"new-{number}", "", "")

    def _ask_words(self, name: str, alternative: str, caption: str) -> None:
        self.fields[f"alternative-{name}"] = LineField(
            label=_("What the photo shows, for those who cannot see it"),
            required=False,
            initial=alternative,
            max_length=300,
        )
        self.fields[f"caption-{name}"] = LineField(
            label=_("Caption"), required=False, initial=caption, max_length=300
        )


def _photos_of(
    role_model: RoleModel, story: RoleModelStory | None
) -> list[tuple[str, ProposedPhoto | StoryPhoto]]:
    """Return the photos of the story, then those of the proposal that the story does not show."""
    told = list(story.photos.select_related("photo")) if story else []
    known = {shown.photo_id for shown in told}
    sent = ProposedPhoto.objects.filter(proposal__role_model=role_model).select_related("photo")
    more = [("proposed", shown) for shown in sent if shown.photo_id not in known]
    return [*(("story", shown) for shown in told), *more]
