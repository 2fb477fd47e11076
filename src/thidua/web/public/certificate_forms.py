"""The two ways to hand over a certificate: its code, or a photo of its QR."""

from __future__ import annotations

from typing import Final

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.support.photos.kinds import PHOTOS
from thidua.web.shell.forms import Form, LineField

_ENDINGS: Final = ",".join(("image/*", *(ending for kind in PHOTOS for ending in kind.endings)))


class CheckForm(Form):
    """What a person types from a certificate, or pastes after scanning its QR."""

    code = LineField(
        label=_("Code on the certificate, or the text of its QR"),
        max_length=2000,
        help_text=_(
            "Ten letters and digits, for example 7KQ4M-XW9HD. Capitals, spaces and hyphen do not matter."
        ),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )


class QrTextForm(Form):
    """The text of a QR, as the camera of a phone shows it; checked where it is pasted and never sent."""

    code = forms.CharField(
        label=_("Text of the QR"),
        help_text=_("It begins with THIDUA1. The camera of your phone shows it: copy it, and paste it here."),
        widget=forms.Textarea(attrs={"rows": "4", "autocomplete": "off", "spellcheck": "false"}),
    )


class PhotoForm(Form):
    """A photo of the QR, taken now or before."""

    photo = forms.FileField(
        label=_("Photo of the QR on the certificate"),
        help_text=_("The whole QR, sharp and without glare. The photo is read and not kept."),
        widget=forms.FileInput(attrs={"accept": _ENDINGS}),
        error_messages={"empty": _("The photo is empty. Choose another photo.")},
    )
