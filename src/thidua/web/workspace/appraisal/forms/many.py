"""What is done with many dossiers at once."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.nominations.models import Dossier
from thidua.orgs.access import accounts_with
from thidua.orgs.models import Unit
from thidua.web.shell.forms import Form

RECEIVE, ASSIGN, CONFIRM = "tiep-nhan", "giao", "xac-nhan"
VERBS: Final = {
    RECEIVE: _("Receive"),
    ASSIGN: _("Assign"),
    CONFIRM: _("Confirm clear findings"),
}


class ManyForm(Form):
    """The officer to whom dossiers are given, and whether all are meant that fit the filters."""

    everything = forms.BooleanField(
        label=_("All that fit the filters, not only the picked ones"), required=False
    )
    holder = forms.ModelChoiceField(
        label=_("Officer"), queryset=User.objects.none(), empty_label=_("choose an officer"), required=False
    )

    def __init__(self, *args: Any, rows: QuerySet[Dossier], **kwargs: Any) -> None:
        super().__init__(*args, prefix="nhieu", **kwargs)
        field = self.fields["holder"]
        assert isinstance(field, forms.ModelChoiceField)
        offices = Unit.objects.filter(pk__in=rows.order_by().values("deciding_unit"))
        found = {user.pk for office in offices for user in accounts_with(Right.APPRAISE, office)}
        field.queryset = User.objects.filter(pk__in=found).order_by("full_name")
