"""Forms that a visitor sends without an account: traps for machines, limits for floods, nothing typed is lost.

No puzzles (WCAG 3.3.8): a field that people do not see, a signed moment before which nobody can have read the page,
and counts by address and for the whole site. Each refusal is a sentence, so that a person caught by mistake goes on.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from typing import Any, ClassVar, Final

from django import forms
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, TimestampSigner
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from thidua.web.shell import formats
from thidua.web.shell.forms import Form
from thidua.web.shell.tries import seconds_for_all, seconds_to_wait

QUICKEST: Final = 3  # seconds
LONGEST: Final = 24 * 3600  # seconds
WITHIN: Final = 600  # seconds
MOST_OF_ONE: Final = 10  # in WITHIN; a whole office may stand behind one address
MOST_OF_ALL: Final = 300  # in WITHIN
MOST_WHEN_CROWDED: Final = 1  # of one address, once MOST_OF_ALL was reached
LOST_LETTER: Final = "\ufffd"  # stands where bytes were not UTF-8


class PublicForm(Form):
    """The base of a form without an account; draw `<c-traps :form="form" />` inside its form element.

    `counted` names the form: its stamp is good for no other, and its floods are counted apart.
    """

    counted: ClassVar[str]
    most_of_one: ClassVar[int] = 0  # in WITHIN; 0: MOST_OF_ONE
    website = forms.CharField(
        label=gettext_lazy("Leave this field empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    stamp = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.wait = 0
        self.initial["stamp"] = self._signer().sign(self.counted)

    def sent(self, request: HttpRequest, act: Callable[[], object]) -> bool:
        """Return whether the form is valid, in no flood, and `act` carried out; its result is then in `outcome`.

        `wait` holds the seconds to wait where it came in a flood: answer with status 429 then.
        """
        return self.is_valid() and not self._flooded(request) and self.accepted(act)

    @classmethod
    def stamp_now(cls) -> SafeString:
        """Return the hidden field with the stamp of this moment, for a form that is drawn once for all."""
        return format_html('<input type="hidden" name="stamp" value="{}">', cls._signer().sign(cls.counted))

    @property
    def answers(self) -> dict[str, Any]:
        """What was answered, without the traps: the arguments of the action."""
        return {name: said for name, said in self.cleaned_data.items() if name not in ("website", "stamp")}

    def clean_website(self) -> str:
        """Refuse what fills in a field that nobody sees."""
        if self.cleaned_data["website"]:
            raise ValidationError(_("Empty this field, then send again: it only catches machines."))
        return ""

    def clean(self) -> dict[str, Any]:
        """Look at the stamp, and at letters that were lost on the way."""
        given = super().clean() or {}
        for name, said in list(given.items()):
            if isinstance(said, str) and LOST_LETTER in said:
                self.add_error(name, _("Some letters did not arrive. Type them again where � stands."))
        self._look_at_stamp(given.get("stamp", ""))
        return given

    def _look_at_stamp(self, stamp: str) -> None:
        try:
            named = self._signer().unsign(stamp, max_age=LONGEST)
        except BadSignature:  # missing, of another form, or older than a day
            self._stamp_anew()
            self.add_error(
                None, _("This page was open for too long. Check what you typed, then send it again.")
            )
            return
        assert named == self.counted
        try:
            self._signer().unsign(stamp, max_age=QUICKEST)
        except BadSignature:
            return
        self.add_error(None, _("This was sent very quickly. Check what you typed, then send it again."))

    def _stamp_anew(self) -> None:
        sent: Any = copy(self.data)
        sent[self.add_prefix("stamp")] = self.initial["stamp"]
        self.data = sent

    @classmethod
    def _signer(cls) -> TimestampSigner:
        return TimestampSigner(salt=f"public-form:{cls.counted}")

    def _flooded(self, request: HttpRequest) -> bool:
        key = f"sent:{self.counted}"
        self.wait = seconds_to_wait(request, key, self.most_of_one or MOST_OF_ONE, WITHIN)
        if not self.wait and seconds_for_all(key, MOST_OF_ALL, WITHIN):
            # Many addresses flood: each may still send one, so that nobody shuts the form for everybody.
            self.wait = seconds_to_wait(request, f"{key}:crowded", MOST_WHEN_CROWDED, WITHIN)
        if self.wait:
            minutes = -(-self.wait // 60)
            self.add_error(
                None,
                ngettext(
                    "Very much is being sent now. Nothing you typed is lost: send it again in %(minutes)s minute.",
                    "Very much is being sent now. Nothing you typed is lost: send it again in %(minutes)s minutes.",
                    minutes,
                )
                % {"minutes": formats.number(minutes)},
            )
        return bool(self.wait)
