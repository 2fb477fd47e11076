"""What is asked before a report is frozen or reopened."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from thidua.web.shell.forms import Form, SeenField, TextField


class FreezeForm(Form):
    """The note of a correction, and why open points are overruled."""

    seen = SeenField()
    note = TextField(
        label=_("Note of correction"),
        rows=3,
        required=False,
        help_text=_("Printed with the new version: what was corrected, and why."),
    )
    overruled = TextField(
        label=_("Why the report is frozen although points are open"),
        rows=3,
        required=False,
        help_text=_(
            "Kept with the frozen version. Example: the leader of the province agreed on 31/10/2019."
        ),
    )


class CorrectForm(Form):
    """Why a frozen report is opened again."""

    note = TextField(
        label=_("What has to be corrected, and why"),
        rows=3,
        help_text=_("Kept, and printed with the next version."),
    )
