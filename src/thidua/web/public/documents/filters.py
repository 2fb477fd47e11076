"""How a list of documents is narrowed down."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from thidua.portal.enums import DocumentKind
from thidua.portal.models import PublicDocument
from thidua.portal.queries.documents import (
    documents_matching,
    issuers_of_documents,
    topics_of_documents,
    years_of_documents,
)
from thidua.web.shell.filters import FilterForm


class DocumentFilters(FilterForm):
    """By words, kind, issuing body, year and topic; the last three offer only what stands there."""

    q = forms.CharField(
        label=_("Words in number, name or summary"),
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    loai = forms.ChoiceField(label=_("Kind of document"))
    co_quan = forms.ChoiceField(label=_("Issuing body"))
    nam = forms.TypedChoiceField(
        label=pgettext_lazy("document", "Year of issue"), coerce=int, empty_value=None
    )
    chu_de = forms.ChoiceField(label=_("Topic"))

    def __init__(self, data: QueryDict, *args: Any, are_forms: bool, **kwargs: Any) -> None:
        super().__init__(data, *args, **kwargs)
        self.are_forms = are_forms
        english = get_language() == "en"
        if are_forms:
            del self.fields["loai"]
        else:
            kinds = [(code, capfirst(str(label))) for code, label in DocumentKind.choices]
            self._offer("loai", [row for row in kinds if row[0] != DocumentKind.FORM])
        self._offer("co_quan", [(name, name) for name in issuers_of_documents(forms=are_forms)])
        self._offer("nam", [(year, str(year)) for year in years_of_documents(forms=are_forms)])
        topics = topics_of_documents(forms=are_forms)
        self._offer("chu_de", [(one.slug, one.name_en if english else one.name) for one in topics])

    def _offer(self, name: str, choices: list[tuple[Any, str]]) -> None:
        self.fields[name].choices = [("", _("all")), *choices]  # type: ignore[attr-defined]

    def rows(self) -> QuerySet[PublicDocument]:
        """Return the documents that fit."""
        answers = self.answers()
        return documents_matching(
            forms=self.are_forms,
            kind=answers.get("loai", ""),
            year=answers.get("nam"),
            issuer=answers.get("co_quan", ""),
            topic=answers.get("chu_de", ""),
            words=answers.get("q", ""),
        )
