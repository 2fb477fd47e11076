"""What a learned spelling means."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.registry.actions import change_spelling
from thidua.registry.enums import SpellingKind
from thidua.registry.models import LearnedSpelling
from thidua.web.shell.forms import Form
from thidua.web.shell.lookups import sources
from thidua.web.shell.lookups.fields import LookupField
from thidua.web.workspace.books.fields_said import FIELD_WORDS
from thidua.web.workspace.books.law_names import award_choices

_NAMES = {SpellingKind.AWARD: "award_code", SpellingKind.UNIT: "unit", SpellingKind.COLUMN: "column"}


class SpellingForm(Form):
    """One question, by the kind of the spelling."""

    award_code = forms.ChoiceField(label=_("Which award does it mean?"))
    unit = LookupField(label=_("Which unit does it mean?"))
    column = forms.ChoiceField(
        label=_("What does a column with this heading say?"), choices=list(FIELD_WORDS.items())
    )

    def __init__(self, *args: Any, spelling: LearnedSpelling, user: User, **kwargs: Any) -> None:
        kept = _NAMES[SpellingKind(spelling.kind)]
        kwargs.setdefault("initial", {kept: getattr(spelling, kept)})
        super().__init__(*args, **kwargs)
        self.spelling = spelling
        for name in set(self.fields) - {kept}:
            del self.fields[name]
        field = self.fields[kept]
        if isinstance(field, LookupField):
            field.source = sources.units(user, Right.SEE_RECORDS)
        elif kept == "award_code" and isinstance(field, forms.ChoiceField):
            field.choices = award_choices(str(_("choose")))

    def changed(self, by: User) -> LearnedSpelling:
        """Keep the meaning; raises as `change_spelling`."""
        return change_spelling(spelling=self.spelling, by=by, **self.cleaned_data)
