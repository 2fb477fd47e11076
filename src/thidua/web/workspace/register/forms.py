"""Forms of the register."""

from __future__ import annotations

from typing import Any, Final, cast

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from thidua.lawbook.queries import current_book
from thidua.lawbook.spoken import said
from thidua.registry.enums import AwardStatus, CommendationType, ExportForm, RecipientKind
from thidua.registry.search import Era
from thidua.web.shell.forms import Form, LineField
from thidua.web.workspace.register.asked import ERA, FROM_YEAR, TO_YEAR, Asked, era_words

_SEVERAL: Final = "|"
_SELECTED: Final = SafeString(" selected")
ANY: Final = ("", _("all"))


class PlainInput(forms.TextInput):
    """A field drawn without a template: a page of filters has to cost less than the search."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """Return the field as HTML."""
        given = {"type": "text", "name": name} | ({"value": value} if value else {})
        return format_html("<input{}>", flatatt({**given, **self.attrs, **(attrs or {})}))


class PlainSelect(forms.Select):
    """A list to choose from, drawn without a template for each of its options."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """Return the list as HTML."""
        chosen = str(value or "")
        options = format_html_join(
            "\n",
            '<option value="{}"{}>{}</option>',
            (
                (key, _SELECTED if str(key) == chosen else "", label)
                for key, label in cast("list[tuple[str, Any]]", self.choices)
            ),
        )
        attributes = flatatt({"name": name, **self.attrs, **(attrs or {})})
        return format_html("<select{}>\n{}\n</select>", attributes, options)


class MoreFilters(forms.Form):
    """The filters beside the search box, each named as its part of the address. It is drawn, not checked."""

    use_required_attribute = False
    tu_nam = forms.CharField(label=_("From year"), widget=PlainInput(attrs={"inputmode": "numeric"}))
    den_nam = forms.CharField(label=_("To year"), widget=PlainInput(attrs={"inputmode": "numeric"}))
    hinh_thuc = forms.ChoiceField(label=_("Award"), widget=PlainSelect)
    loai = forms.ChoiceField(label=_("Type of commendation"), widget=PlainSelect)
    doi_tuong = forms.ChoiceField(label=_("Recipient"), widget=PlainSelect)
    noi = forms.CharField(label=_("Unit or place, by any name it ever had"), widget=PlainInput)
    thoi = forms.ChoiceField(label=_("That unit is meant"), widget=PlainSelect)
    phong_trao = forms.CharField(label=_("Movement"), widget=PlainInput)
    quyet_dinh = forms.CharField(label=_("Decision number"), widget=PlainInput)
    trang_thai = forms.ChoiceField(label=_("Status"), widget=PlainSelect)

    def __init__(self, asked: Asked) -> None:
        query = asked.query
        first, last = query.years or (None, None)
        given = {key: value for key, value in query.parameters().items() if key in self.base_fields}
        given |= {FROM_YEAR: str(first or ""), TO_YEAR: str(last or ""), ERA: asked.era.value}
        super().__init__(initial=given, auto_id="filter_%s", label_suffix="")
        awards = sorted(
            ((one.code, said(one.name)) for one in current_book().awards.values()), key=lambda one: one[1]
        )
        self._offer("hinh_thuc", awards, given)
        self._offer("loai", _choices(CommendationType), given)
        self._offer("doi_tuong", _choices(RecipientKind), given)
        self._offer("trang_thai", _choices(AwardStatus), given)
        era: Any = self.fields["thoi"]
        era.choices = [("" if one is Era.EITHER else one.value, words) for one, words in era_words().items()]

    def _offer(self, name: str, choices: list[tuple[str, Any]], given: dict[str, str]) -> None:
        """Offer the choices, and what the address says besides: several, or words instead of a code."""
        field: Any = self.fields[name]
        present = given.get(name, "")
        known = {key for key, _label in choices}
        if present and present not in known:
            names = {key: str(label) for key, label in choices}
            label = ", ".join(names.get(one, one) for one in present.split(_SEVERAL))
            choices = [(present, label), *choices]
        field.choices = [ANY, *choices]


def _choices(kind: Any) -> list[tuple[str, Any]]:
    return [(value, capfirst(label)) for value, label in kind.choices]


class NameForm(Form):
    """Under which name a search is kept."""

    name = LineField(label=_("Name of the saved search"), max_length=120)


class ExportChoice(Form):
    """Which file is made of all hits."""

    form = forms.ChoiceField(
        label=_("Form of the file"),
        choices=ExportForm.choices,
        widget=forms.RadioSelect,
        initial=ExportForm.XLSX,
    )
