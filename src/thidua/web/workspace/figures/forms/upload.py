"""Choosing a file to import, and an empty table to fill in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.targets.enums import BatchContent
from thidua.targets.models import Indicator
from thidua.web.shell.fields import RowsField
from thidua.web.shell.forms import Form
from thidua.web.shell.lookups import sources
from thidua.web.shell.lookups.fields import LookupField
from thidua.web.workspace.figures.filters import PeriodField
from thidua.web.workspace.figures.forms.figure import PERIOD_HINT


class UploadForm(Form):
    """One table, judged by its bytes when it is read."""

    content = forms.ChoiceField(
        label=_("What does the file hold?"),
        choices=BatchContent.choices,
        widget=forms.RadioSelect,
        initial=BatchContent.OBSERVATIONS,
    )
    file = forms.FileField(
        label=_("File"),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.ods,.csv,.txt"}),
        help_text=_(
            "XLSX, XLS, ODS or CSV. Headings in the first row; codes or names of indicators and units."
        ),
    )

    def clean_file(self) -> Any:
        """An empty file gets its sentence in the preview, with all other faults of files."""
        file = self.cleaned_data["file"]
        if file.size > settings.MAX_UPLOAD_BYTES:
            raise forms.ValidationError(
                _("The file is larger than %(limit)s MB. Split it."),
                params={"limit": settings.MAX_UPLOAD_BYTES // (1024 * 1024)},
            )
        return file


class TemplateForm(Form):
    """For which period, units and indicators an empty table is wanted."""

    content = forms.ChoiceField(
        label=_("Table of"), choices=BatchContent.choices, initial=BatchContent.OBSERVATIONS
    )
    period = PeriodField(label=_("Period"), max_length=60, help_text=PERIOD_HINT)
    unit = LookupField(label=_("Unit"))
    below = forms.BooleanField(label=_("With the units right below it"), required=False)
    indicators: Any = RowsField(
        label=_("Indicators"),
        queryset=Indicator.objects.filter(is_active=True).order_by("order", "name"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("None ticked means all."),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unit: Any = self.fields["unit"]
        unit.source = sources.units(user, Right.IMPORT_FIGURES)
