"""The form of the site's identity, in two steps: what is sent is looked at before it holds."""

from __future__ import annotations

from base64 import b64decode, b64encode
from copy import copy
from typing import Any, Final

from django import forms
from django.conf import settings
from django.core import signing
from django.utils.functional import lazy
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.orgs.actions.change_site_identity import faults_of
from thidua.orgs.models import SiteIdentity
from thidua.orgs.queries.site_identity import TEXTS
from thidua.support.photos.emblems import KINDS, checked_emblem
from thidua.support.photos.pictures import Emblem
from thidua.support.refusals import Refused
from thidua.web.shell.forms import Form, LineField, SeenField

_SALT: Final = "site-emblem"
_LONGEST: Final = 24 * 3600  # seconds between the two steps
_FROM_ENVIRONMENT: Final = gettext_lazy("Left empty: “%(value)s”, as the server is set up.")
_HINTS: Final = {
    "superior": gettext_lazy("The body above the office. For example: UBND tỉnh Lạng Sơn."),
    "phone": gettext_lazy("For example: 0205 3812 345."),
    "hours": gettext_lazy("For example: thứ Hai đến thứ Sáu, 7:30–11:30 và 13:30–17:00."),
}
_DEFAULTS: Final = {
    "name": "OFFICE_NAME",
    "name_en": "OFFICE_NAME_EN",
    "province": "PROVINCE_NAME",
    "province_en": "PROVINCE_NAME_EN",
}


capfirst_lazy = lazy(capfirst, str)
COLUMNS: Final = {column.name: column for column in SiteIdentity._meta.concrete_fields}


def _line(name: str) -> LineField:
    label = capfirst_lazy(COLUMNS[name].verbose_name)
    return LineField(label=label, max_length=COLUMNS[name].max_length, required=False)


class IdentityForm(Form):
    """Every text of the identity, and its emblem; `picture` is the checked emblem, new or kept from the first step."""

    name = _line("name")
    name_en = _line("name_en")
    province = _line("province")
    province_en = _line("province_en")
    superior = _line("superior")
    superior_en = _line("superior_en")
    address = _line("address")
    phone = _line("phone")
    email = _line("email")
    hours = _line("hours")
    hours_en = _line("hours_en")
    emblem = forms.FileField(
        label=gettext_lazy("Emblem"),
        required=False,
        widget=forms.FileInput(
            attrs={"accept": ",".join(ending for kind in KINDS for ending in kind.endings)}
        ),
        help_text=gettext_lazy(
            "PNG with a transparent ground, or JPG; at least 100 pixels on each side. Only a mark that the Board "
            "may use. Without one, the head of the pages shows the name alone."
        ),
    )
    without_emblem = forms.BooleanField(label=gettext_lazy("Show no emblem"), required=False)
    kept = forms.CharField(required=False, widget=forms.HiddenInput)
    seen = SeenField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.picture: Emblem | None = None
        for name, hint in _HINTS.items():
            self.fields[name].help_text = hint
        for name, option in _DEFAULTS.items():
            self.fields[name].help_text = _FROM_ENVIRONMENT % {"value": getattr(settings, option)}

    @property
    def texts(self) -> dict[str, str]:
        """What was typed, by the columns of the identity."""
        return {name: self.cleaned_data[name] for name in TEXTS}

    def clean(self) -> dict[str, Any]:
        """Look at the texts and at the picture as the action will."""
        given = super().clean() or {}
        for name, said in faults_of({name: given.get(name, "") for name in TEXTS}).items():
            for sentence in said if isinstance(said, list) else [said]:
                self.add_error(name, str(sentence))
        if "emblem" not in self.errors:
            self._look_at_the_picture(given)
        return given

    def _look_at_the_picture(self, given: dict[str, Any]) -> None:
        sent = given.get("emblem")
        try:
            self.picture = (
                checked_emblem(data=sent.read(), name=sent.name) if sent else unpacked(given["kept"])
            )
        except Refused as refused:
            self.refuse(refused)
        except (signing.BadSignature, KeyError):
            self.add_error("emblem", _("The emblem of the first step is gone. Choose the file again."))
        if self.picture and given.get("without_emblem"):
            self.add_error(
                "without_emblem", _("You chose an emblem as well. Untick this, or take no emblem.")
            )
        data: Any = copy(self.data)
        data[self.add_prefix("kept")] = packed(self.picture) if self.picture else ""
        self.data = data


def packed(picture: Emblem) -> str:
    """Return a checked emblem as text that only this server can have written, for the second step."""
    told = [b64encode(picture.png).decode("ascii"), picture.width, picture.height]
    return signing.dumps(told, salt=_SALT)


def unpacked(text: str) -> Emblem | None:
    """Return the emblem of the first step, None where there was none; raises BadSignature."""
    if not text:
        return None
    png, width, height = signing.loads(text, salt=_SALT, max_age=_LONGEST)
    return Emblem(b64decode(png), width, height)
