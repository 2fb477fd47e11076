"""What a visitor says of the nominees."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.nominations.actions.record_opinion import LONGEST
from thidua.nominations.enums import OpinionStance
from thidua.nominations.models import Nomination, PublicConsultation
from thidua.nominations.queries import nominees_before_the_public
from thidua.support.files.kinds import PDF
from thidua.support.photos.kinds import PHOTOS
from thidua.web.shell.forms import FileField, LineField, TextField
from thidua.web.shell.public_forms import PublicForm

STANCES: Final = (
    (OpinionStance.AGREES, _("I agree")),
    (OpinionStance.AGAINST, _("I do not agree")),
    (OpinionStance.INFORMS, _("I want to give information")),
)
ENDINGS: Final = ",".join(ending for kind in (*PHOTOS, PDF) for ending in kind.endings)


class OpinionForm(PublicForm):
    """An opinion; the file is asked for last, beside the answers to check, so that it is chosen only once."""

    counted = "opinion"
    nomination = forms.ModelChoiceField(
        label=_("About whom"),
        queryset=Nomination.objects.none(),
        empty_label=_("the whole list"),
        required=False,
    )
    stance = forms.ChoiceField(label=_("What do you say?"), choices=STANCES, widget=forms.RadioSelect)
    text = TextField(
        label=_("Your opinion"),
        rows=8,
        max_length=LONGEST,
        help_text=_("Say what you know yourself: what was done, where, when. You may write without marks."),
    )
    sender_name = LineField(
        label=_("Full name"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name", "spellcheck": "false"}),
    )
    contact = LineField(
        label=_("Telephone or e-mail"),
        required=False,
        max_length=200,
        help_text=_("Only if the Board may ask back. Everybody who leaves it gets an answer."),
        widget=forms.TextInput(attrs={"autocomplete": "tel"}),
    )
    upload = FileField(
        label=_("Photo or PDF"),
        required=False,
        help_text=_("One file. Only the Board sees it."),
        widget=forms.FileInput(attrs={"accept": ENDINGS}),
    )

    def __init__(self, *args: Any, consultation: PublicConsultation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["nomination"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = nominees_before_the_public(consultation)

    @property
    def opinion(self) -> dict[str, Any]:
        """The arguments of the action, with the bytes of the file."""
        said = self.answers
        upload = said.pop("upload", None)
        return said | ({"data": upload.read(), "name": upload.name} if upload else {})
