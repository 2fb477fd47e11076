"""The form of the gallery: one field of each kind."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.web.shell.forms import DateField, FileField, Form, LineField, NumberField, TextField

CHOICES = [("one", _("The first answer")), ("two", _("The second answer")), ("three", _("Neither of them"))]


class GalleryForm(Form):
    """Nothing of it is kept; it is there to be filled in wrongly."""

    name = LineField(label=_("Full name"), max_length=200)
    amount = NumberField(label=_("Amount"), help_text=_("For example 5.027 or 92,2"), minimum=0)
    day = DateField(label=_("Day"), help_text=_("Day/month/year, for example 31/10/2019"), required=False)
    unit = forms.ChoiceField(label=_("Unit"), choices=[("", "–"), *CHOICES], required=False)
    answer = forms.ChoiceField(label=_("Answer"), choices=CHOICES, widget=forms.RadioSelect)
    several = forms.MultipleChoiceField(
        label=_("Everything that fits"), choices=CHOICES, widget=forms.CheckboxSelectMultiple, required=False
    )
    story = TextField(label=_("What was done"), max_length=300, rows=5)
    paper = FileField(label=_("Evidence"), help_text=_("PDF, JPG, PNG, DOCX or XLSX"), required=False)
    sure = forms.BooleanField(label=_("What I wrote is true."))
