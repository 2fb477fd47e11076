"""Forms over a row that somebody else may be changing, too."""

from __future__ import annotations

from django import forms
from django.http import QueryDict

from thidua.support.edits import EditedMeanwhile
from thidua.support.refusals import Refused
from thidua.web.shell.forms import Form


class VersionedForm(Form):
    """Carries the version the person saw; after a conflict the next save means "mine shall stand"."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def refuse(self, refused: Refused) -> None:
        super().refuse(refused)
        if isinstance(refused, EditedMeanwhile) and isinstance(self.data, QueryDict):
            # The page comes back with everything that was typed, over the row's present version.
            typed = self.data.copy()
            typed["version"] = str(refused.version)
            self.data = typed
