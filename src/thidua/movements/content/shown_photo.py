"""A photo and the words that belong to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from thidua.core.vietnamese.hygiene import clean_line
from thidua.core.vietnamese.numbers import format_number
from thidua.movements.models import ProposedPhoto
from thidua.support.edits import Faults, misfits
from thidua.support.photos.models import Photo


@dataclass(frozen=True)
class ShownPhoto:
    """A kept photo, its caption, and what it shows in words for those who do not see it."""

    photo: Photo
    alternative: str
    caption: str = ""

    def cleaned(self) -> dict[str, object]:
        """Return the columns of a row that shows the photo."""
        return {
            "photo": self.photo,
            "alternative": clean_line(self.alternative),
            "caption": clean_line(self.caption),
        }


def photo_faults(photos: Sequence[ShownPhoto], most: int) -> Faults:
    """Return what is wrong with `photos`, under the names `photos`, `alternative_1`, `caption_1` and so on."""
    faults: Faults = {}
    if len(photos) > most:
        faults["photos"] = _("Take at most %(most)s photos.") % {"most": format_number(most)}
    for number, shown in enumerate(photos, start=1):
        values = shown.cleaned()
        faults |= {f"{name}_{number}": said for name, said in misfits(ProposedPhoto, values).items()}
        if not values["alternative"]:
            faults[f"alternative_{number}"] = _(
                "Write in a few words what the photo shows, for those who cannot see it."
            )
    return faults
