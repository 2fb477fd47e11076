"""What a visitor says of a good example, with up to three photos."""

from __future__ import annotations

from copy import copy
from typing import Any, Final

from django import forms
from django.core import signing
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.movements.actions.propose_role_model import propose_role_model
from thidua.movements.content.proposed_role_model import (
    LONGEST_DEED,
    MOST_PHOTOS,
    ProposedRoleModelContent,
)
from thidua.movements.content.shown_photo import ShownPhoto
from thidua.movements.enums import FieldOfWork, SubjectKind
from thidua.movements.models import RoleModelProposal
from thidua.support.photos.actions import keep_photo
from thidua.support.photos.kinds import PHOTOS
from thidua.support.photos.models import Photo
from thidua.support.refusals import Refused
from thidua.web.shell.forms import FileField, LineField, TextField
from thidua.web.shell.public_forms import PublicForm

SALT: Final = "photo-of-a-proposal"
DAY: Final = 24 * 3600  # seconds in which a photo that arrived may still be sent on
SLOTS: Final = range(1, MOST_PHOTOS + 1)
ENDINGS: Final = ",".join(["image/*", *(ending for kind in PHOTOS for ending in kind.endings)])
WORDS: Final = (
    "subject_kind",
    "subject_name",
    "place",
    "field",
    "deed",
    "proposer_name",
    "proposer_contact",
)


class ProposalForm(PublicForm):
    """A proposal. Photos stand on the last page; one that arrived is kept even if something else is at fault."""

    counted = "role-model"
    subject_kind = forms.ChoiceField(
        label=gettext_lazy("Who is it about?"),
        choices=[
            (SubjectKind.PERSON, gettext_lazy("a person")),
            (SubjectKind.HOUSEHOLD, gettext_lazy("a family")),
            (SubjectKind.COLLECTIVE, gettext_lazy("a collective: a village, a school, a group …")),
        ],
        widget=forms.RadioSelect,
    )
    subject_name = LineField(
        label=gettext_lazy("Name of the good example"),
        max_length=200,
        help_text=gettext_lazy(
            "Full name of the person, or name of the collective. You may write without marks."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    place = LineField(
        label=gettext_lazy("Where do they live or work?"),
        max_length=200,
        help_text=gettext_lazy("Example: thôn Nà Ao, xã Tràng Định"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    field = forms.ChoiceField(
        label=gettext_lazy("Field"),
        choices=[("", gettext_lazy("I do not know")), *FieldOfWork.choices],
        required=False,
    )
    deed = TextField(
        label=gettext_lazy("What did they do?"),
        rows=8,
        max_length=LONGEST_DEED,
        help_text=gettext_lazy("What, where, when, and whom it helped. A few sentences are enough."),
    )
    proposer_name = LineField(
        label=gettext_lazy("Your full name"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name", "spellcheck": "false"}),
    )
    proposer_contact = LineField(
        label=gettext_lazy("Your telephone or e-mail"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Only if the Board may ask back."),
        widget=forms.TextInput(attrs={"autocomplete": "tel"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in SLOTS:
            self.fields[f"photo_{number}"] = FileField(
                label=_("Photo %(number)s") % {"number": number},
                required=False,
                widget=forms.FileInput(attrs={"accept": ENDINGS}),
            )
            self.fields[f"alternative_{number}"] = LineField(
                label=_("What does photo %(number)s show?") % {"number": number},
                required=False,
                max_length=300,
                help_text=_("For those who cannot see it. Example: Bà Bình đứng bên con đường mới"),
            )
            self.fields[f"kept_{number}"] = forms.CharField(required=False, widget=forms.HiddenInput)

    def propose(self) -> RoleModelProposal:
        """Keep the photos, send the proposal and return it; raises Refused per field at fault."""
        photos = self._photos()
        said = {name: self.cleaned_data[name] for name in WORDS}
        try:
            content = ProposedRoleModelContent(**said, photos=tuple(photos.values()))
            return propose_role_model(content=content)
        except Refused as refused:
            raise Refused(self._at_their_slots(refused, tuple(photos))) from refused

    @property
    def slots(self) -> list[dict[str, Any]]:
        """The questions about each photo, and the name of the one that has arrived."""
        return [
            {
                "photo": self[f"photo_{number}"],
                "alternative": self[f"alternative_{number}"],
                "kept": self[f"kept_{number}"],
                "arrived": self._arrived(self[f"kept_{number}"].value() or ""),
            }
            for number in SLOTS
        ]

    def _photos(self) -> dict[int, ShownPhoto]:
        """Return by slot the photos with their words; each that arrives whole is kept before any fault is told."""
        found: dict[int, ShownPhoto] = {}
        faults: dict[str, Any] = {}
        for number in SLOTS:
            words = self.cleaned_data[f"alternative_{number}"]
            try:
                photo = self._photo(number)
            except Refused as refused:
                faults |= refused.faults
                continue
            if photo is not None:
                found[number] = ShownPhoto(photo, words)
            elif words:
                faults[f"photo_{number}"] = _("Choose the photo that these words belong to, or empty them.")
        if faults:
            raise Refused(faults)
        return found

    def _photo(self, number: int) -> Photo | None:
        upload = self.cleaned_data[f"photo_{number}"]
        if not upload:
            return self._arrived(self.cleaned_data[f"kept_{number}"])
        photo = keep_photo(data=upload.read(), name=upload.name, by=None, field=f"photo_{number}")
        sent: Any = copy(self.data)
        sent[self.add_prefix(f"kept_{number}")] = signing.dumps(photo.pk, salt=SALT)
        self.data = sent
        return photo

    def _arrived(self, kept: str) -> Photo | None:
        """Return the photo that came with an earlier try; only this page knows its signed key."""
        try:
            pk = signing.loads(kept, salt=SALT, max_age=DAY)
        except signing.BadSignature:
            return None
        return Photo.objects.filter(pk=pk, uploaded_by=None).first()

    def _at_their_slots(self, refused: Refused, numbers: tuple[int, ...]) -> dict[str, Any]:
        """The content counts the photos that came; the page counts its slots."""
        names = {f"alternative_{place}": f"alternative_{slot}" for place, slot in enumerate(numbers, start=1)}
        return {names.get(name, name): said for name, said in refused.faults.items()}
