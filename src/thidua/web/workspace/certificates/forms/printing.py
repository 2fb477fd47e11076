"""Forms of printing: a batch, one page again, and how far a printer is off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from thidua.decisions.enums import EXCHANGING, ReasonCode
from thidua.decisions.models import Printer
from thidua.decisions.queries import AwardProgress
from thidua.orgs.models import Unit
from thidua.support.documents.certificates.layout import papers
from thidua.support.documents.certificates.printing import Offset, PrintMode
from thidua.web.shell import formats
from thidua.web.shell.forms import Form, LineField, NumberField, TextField

MODES: Final = (
    (PrintMode.FULL.value, _("Everything, on white paper")),
    (PrintMode.OVERLAY.value, _("Only the words and the code, on pre-printed blanks")),
)
REST, ALL = "chua-in", "tat-ca"
WHICH: Final = ((REST, _("Those not printed yet")), (ALL, _("All of them, printed ones again")))


class PaperForm(Form):
    """Paper, way of printing, and the printer with its offset."""

    paper = forms.ChoiceField(label=pgettext_lazy("printing", "Paper"))
    mode = forms.ChoiceField(label=_("What is printed"), choices=MODES, widget=forms.RadioSelect)
    printer = forms.ChoiceField(
        label=_("Printer"),
        help_text=_("Its offset is used on pre-printed blanks. On white paper nothing is shifted."),
        required=False,
    )

    def __init__(self, *args: Any, printers: Sequence[Printer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.printers = {str(one.pk): one for one in printers}
        for name, choices in (
            ("paper", list(papers().items())),
            (
                "printer",
                [("", _("not shifted")), *((key, in_words(one)) for key, one in self.printers.items())],
            ),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices

    def chosen(self) -> dict[str, Any]:
        """Return paper, mode and offset as the actions take them."""
        said = self.cleaned_data
        printer = self.printers.get(said["printer"])
        offset = Offset(printer.right / 100, printer.down / 100) if printer else Offset()
        return {"paper": said["paper"], "mode": PrintMode(said["mode"]), "offset": offset}

    def printer_name(self) -> str:
        """Return the name of the printer, empty where none was chosen."""
        printer = self.printers.get(self.cleaned_data["printer"])
        return printer.name if printer else ""


def in_words(one: Printer) -> str:
    """Return a printer with its offset: «Máy phòng 3 (sang phải 1,5 mm, xuống −2 mm)»."""
    return gettext("%(name)s (right %(right)s mm, down %(down)s mm)") % {
        "name": one.name,
        "right": formats.number(one.right_mm),
        "down": formats.number(one.down_mm),
    }


class BatchForm(PaperForm):
    """The same for all certificates of an award, with the newest batch that the person had before them."""

    newest = forms.IntegerField(widget=forms.HiddenInput)
    award = forms.ChoiceField(label=_("Certificates of"))
    which = forms.ChoiceField(label=_("Which"), choices=WHICH, widget=forms.RadioSelect)
    field_order = ("newest", "award", "which", "paper", "mode", "printer")

    def __init__(self, *args: Any, progress: Sequence[AwardProgress], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["award"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(one.award_code, _counted(one)) for one in progress]


def _counted(one: AwardProgress) -> str:
    return gettext("%(award)s – %(printed)s of %(total)s printed") % {
        "award": one.award_name,
        "printed": formats.number(one.printed),
        "total": formats.number(one.total),
    }


class ReprintForm(PaperForm):
    """One page, and why it is printed again."""

    reason_code = forms.ChoiceField(
        label=_("Ground"),
        choices=[
            ("", _("choose")),
            *((one.value, one.label) for one in ReasonCode if one in EXCHANGING),
        ],
    )
    reason = TextField(
        label=_("Why the page is printed again"), help_text=_("It stays with the certificate."), rows=2
    )
    field_order = ("reason_code", "reason", "paper", "mode", "printer")

    def __init__(self, *args: Any, is_first: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_first:
            del self.fields["reason_code"], self.fields["reason"]

    def grounds(self) -> dict[str, Any]:
        """Return ground and reason as the action takes them; nothing for the first print."""
        said = self.cleaned_data
        if "reason" not in said:
            return {}
        return {"reason_code": ReasonCode(said["reason_code"]), "reason": said["reason"]}


class PrinterForm(Form):
    """What was measured on the test page."""

    name = LineField(
        label=_("Name of the printer"),
        help_text=_("For example: Máy in phòng Văn thư. The same name replaces what was measured before."),
        max_length=100,
    )
    right = NumberField(
        label=_("Move to the right by"),
        help_text=_(
            "Printed too far left: a positive number. Too far right: a negative one, for example -1,5."
        ),
        minimum=-20,
        maximum=20,
    )
    down = NumberField(
        label=_("Move down by"),
        help_text=_("Printed too high: a positive number. Too low: a negative one."),
        minimum=-20,
        maximum=20,
    )

    def __init__(self, *args: Any, offices: Sequence[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offices = {str(one.pk): one for one in offices}
        field = forms.ChoiceField(
            label=_("Office"), choices=[(key, one.name) for key, one in self.offices.items()]
        )
        if len(self.offices) == 1:
            field.widget, field.initial = forms.HiddenInput(), next(iter(self.offices))
        self.fields["office"] = field
        self.order_fields(["office", "name", "right", "down"])

    def answers(self) -> dict[str, Any]:
        """Return the answers as the action takes them."""
        said = dict(self.cleaned_data)
        return {"unit": self.offices[said.pop("office")], **said}
