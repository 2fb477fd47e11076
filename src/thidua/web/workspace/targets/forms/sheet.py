"""Forms around a sheet: its note and paper, reasons, requests."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from thidua.web.shell.forms import FileField, Form, LineField, SeenField, TextField


class CellForm(Form):
    """What stands beside one figure: a note, the reason for an unusual value, the paper it comes from."""

    note = LineField(
        label=_("Note"),
        max_length=500,
        required=False,
        help_text=_("What whoever reads the figure has to know."),
    )
    confirmed = LineField(
        label=_("Reason for an unusual value"),
        max_length=300,
        required=False,
        help_text=_("Example: Từ 01/07 thu thêm phí sử dụng hạ tầng cửa khẩu."),
    )
    evidence = FileField(
        label=_("Paper that the figure comes from"),
        required=False,
        help_text=_("A photo or a scan is enough: PDF, JPG, PNG, DOCX or XLSX."),
    )
    seen = SeenField(required=False)


class ReasonForm(Form):
    """One reason in words; the action's field is `reason`."""

    reason = TextField(label=_("Reason"), rows=4)

    def __init__(self, *args: Any, label: str = "", hint: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if label:
            self.fields["reason"].label = label
        self.fields["reason"].help_text = hint


class MessageForm(Form):
    """A message to every unit that is missing; may stay empty."""

    message = LineField(
        label=_("Message"),
        max_length=500,
        required=False,
        help_text=_(
            "The units read it beside their task. Example: Kỳ họp giao ban ngày 08/10 cần số liệu này."
        ),
    )
