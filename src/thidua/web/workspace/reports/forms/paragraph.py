"""The prose of a paragraph, and who answers for it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.movements.enums import FieldOfWork
from thidua.reports.models import Paragraph
from thidua.web.shell.forms import Form, LineField, SeenField, TextField
from thidua.web.shell.lookups.fields import LookupField
from thidua.web.shell.lookups.sources import Source


class ParagraphForm(Form):
    """Titles and text; places of figures stand in braces, clauses in square brackets."""

    seen = SeenField(required=False)
    section = LineField(
        label=_("Title of the part that begins here"),
        required=False,
        help_text=_("Only where a new part of the report begins; it is numbered by itself."),
    )
    heading = LineField(label=_("Heading"), required=False, help_text=_("Numbered by itself."))
    text = TextField(
        label=_("Text"),
        rows=10,
        help_text=_(
            "Words in braces are figures: move them or take them out, their numbers come from the records. "
            "What stands in [square brackets] is left out while a figure in it has no record."
        ),
    )


class NewParagraphForm(ParagraphForm):
    """The same for a new paragraph: also where it stands and which field it belongs to."""

    after = forms.ModelChoiceField(
        label=_("Stands behind"),
        queryset=Paragraph.objects.none(),
        required=False,
        empty_label=_("at the beginning"),
    )
    field = forms.ChoiceField(
        label=_("Field"),
        choices=[("", _("none: nobody has to sign it off")), *FieldOfWork.choices],
        required=False,
    )


class ResponsibleForm(Form):
    """Which unit answers for a paragraph."""

    unit = LookupField(
        label=_("Responsible unit"),
        required=False,
        help_text=_("Type a part of the name. Left empty, nobody answers for the paragraph."),
    )

    def __init__(self, *args: Any, source: Source, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].source = source  # type: ignore[attr-defined]


def said_of(paragraph: Paragraph) -> dict[str, object]:
    """Return the values with which the form about `paragraph` begins."""
    return {
        "seen": paragraph.version,
        "section": paragraph.section,
        "heading": paragraph.heading,
        "text": paragraph.text,
    }
