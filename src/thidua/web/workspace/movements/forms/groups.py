"""The content groups of a movement."""

from __future__ import annotations

from typing import Final

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.movements.actions import GroupContent
from thidua.movements.models import Movement
from thidua.web.shell.forms import Form, LineField, TextField


class GroupForm(Form):
    """One group; a name that is not known yet stays empty."""

    pk = forms.IntegerField(widget=forms.HiddenInput, required=False)
    name = LineField(label=_("Name"), max_length=300, required=False)
    criteria = TextField(label=_("Criteria"), rows=2, required=False)


GroupFormSet: Final = forms.formset_factory(GroupForm, extra=0, max_num=60, absolute_max=60)


def rows_of(movement: Movement) -> list[dict[str, object]]:
    """Return the groups of `movement` as rows of the form."""
    return [
        {"pk": group.pk, "name": group.name, "criteria": group.criteria}
        for group in movement.content_groups.all()
    ]


def group_content(row: dict[str, object]) -> GroupContent:
    """Return a saved row as the action takes it."""
    pk = row.get("pk")
    return GroupContent(str(row["name"]), str(row["criteria"]), pk if isinstance(pk, int) else None)
