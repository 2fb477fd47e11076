"""The content of a role model's public story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from thidua.core.vietnamese.fold import fold
from thidua.core.vietnamese.hygiene import clean_line, clean_text
from thidua.core.vietnamese.numbers import format_number
from thidua.movements.content.shown_photo import ShownPhoto, photo_faults
from thidua.movements.models import RoleModelStory
from thidua.orgs.models import Unit
from thidua.support.edits import misfits
from thidua.support.provenance import Provenance
from thidua.support.refusals import Refused

LONGEST_STORY: Final = 20_000
MOST_PHOTOS: Final = 6


@dataclass(frozen=True, kw_only=True)
class StoryContent:
    """What the public reads: a title, a summary for lists, the story in paragraphs, where it happened, photos."""

    title: str
    summary: str
    text: str
    place: Unit | None = None
    photos: Sequence[ShownPhoto] = ()
    provenance: str = Provenance.RECORDED

    def cleaned(self) -> dict[str, object]:
        """Return the values to store, without the photos; raises Refused with a sentence per field at fault."""
        values: dict[str, object] = {
            "title": clean_line(self.title),
            "summary": clean_line(self.summary),
            "text": clean_text(self.text),
            "place": self.place,
            "provenance": self.provenance,
        }
        faults = misfits(RoleModelStory, values) | photo_faults(self.photos, MOST_PHOTOS)
        if not values["title"]:
            faults["title"] = _("Write a title.")
        if not values["summary"]:
            faults["summary"] = _("Write a summary in one or two sentences; lists show it.")
        if not values["text"]:
            faults["text"] = _("Write the story.")
        elif len(str(values["text"])) > LONGEST_STORY:
            told = _("Write the story in at most %(limit)s characters.")
            faults["text"] = told % {"limit": format_number(LONGEST_STORY)}
        if faults:
            raise Refused(faults)
        return values

    def derived(self) -> dict[str, object]:
        """Return what is stored beside the values: the text that lists are searched by."""
        return {"search_text": fold(f"{clean_line(self.title)} {clean_line(self.summary)}")}
