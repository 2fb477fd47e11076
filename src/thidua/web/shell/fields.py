"""Fields that read what a Vietnamese office types, and say what to type instead."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from thidua.core.vietnamese.dates import DateFault, DateRefused, format_date, parse_date
from thidua.core.vietnamese.hygiene import clean_line, clean_text
from thidua.core.vietnamese.numbers import NumberFault, NumberRefused, format_number, parse_number
from thidua.support.files.kinds import DOCUMENTS, FileKind
from thidua.support.number_sentences import NUMBER_SENTENCES
from thidua.web.shell import formats
from thidua.web.shell.keys import key_of


class LineField(forms.CharField):
    """One line of text, cleaned of what cannot be seen."""

    def to_python(self, value: Any) -> str:
        return clean_line(super().to_python(value) or "")


class TextField(forms.CharField):
    """Text of several lines, cleaned line by line; line breaks stay."""

    widget = forms.Textarea

    def __init__(self, *, rows: int = 6, hides_count: bool = False, **kwargs: Any) -> None:
        """`hides_count`: whether nothing tells how much may still be typed; of a short list nobody asks."""
        self.hides_count = hides_count
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> str:
        return clean_text(super().to_python(value) or "")


class NumberField(forms.Field):
    """A number typed as 5.027 or 92,2; cleaned to a Decimal, or None when left empty."""

    widget = forms.TextInput

    def __init__(
        self,
        *,
        whole: bool = False,
        minimum: Decimal | int | None = None,
        maximum: Decimal | int | None = None,
        percent: bool = True,
        **kwargs: Any,
    ) -> None:
        self.whole, self.minimum, self.maximum, self.percent = whole, minimum, maximum, percent
        kwargs.setdefault(
            "widget",
            forms.TextInput(attrs={"inputmode": "numeric" if whole else "decimal", "autocomplete": "off"}),
        )
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> Decimal | None:
        if value in self.empty_values:
            return None
        if isinstance(value, Decimal | int):
            return Decimal(value)
        try:
            return parse_number(str(value), percent=self.percent)
        except NumberRefused as refused:
            if refused.code is NumberFault.EMPTY:
                return None
            raise ValidationError(
                str(NUMBER_SENTENCES[refused.code]),
                code=refused.code.value,
                params={"text": refused.text, "suggestion": refused.suggestion or ""},
            ) from refused

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value is None:
            return
        if self.whole and value != value.to_integral_value():
            raise ValidationError(_("Write a whole number, without decimals."), code="whole")
        if self.minimum is not None and value < self.minimum:
            raise ValidationError(
                _("Write %(limit)s or more."), code="minimum", params={"limit": formats.number(self.minimum)}
            )
        if self.maximum is not None and value > self.maximum:
            raise ValidationError(
                _("Write %(limit)s or less."), code="maximum", params={"limit": formats.number(self.maximum)}
            )

    def prepare_value(self, value: Any) -> Any:
        return format_number(value) if isinstance(value, Decimal | int) else value


class DateField(forms.Field):
    """A day typed as dd/mm/yyyy; cleaned to a date, or None when left empty."""

    widget = forms.TextInput

    sentences: ClassVar[dict[DateFault, Any]] = {
        DateFault.NOT_A_DATE: _("“%(text)s” is not a date. Write day/month/year, for example 31/10/2019."),
        DateFault.NO_SUCH_DAY: _("There is no day %(text)s. Check day and month."),
        DateFault.DAY_AND_MONTH_SWAPPED: _("Write the day first: %(suggestion)s."),
        DateFault.OTHER_SEPARATORS: _("Write %(suggestion)s (with slashes)."),
        DateFault.SHORT_YEAR: _("Write the year in four digits: %(suggestion)s."),
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values:
            return None
        if isinstance(value, date):
            return value
        try:
            return parse_date(str(value))
        except DateRefused as refused:
            if refused.code is DateFault.EMPTY:
                return None
            sentence = refused.code if refused.suggestion or refused.code is DateFault.NO_SUCH_DAY else None
            raise ValidationError(
                self.sentences[sentence or DateFault.NOT_A_DATE],
                code=refused.code.value,
                params={"text": refused.text, "suggestion": refused.suggestion},
            ) from refused

    def prepare_value(self, value: Any) -> Any:
        return format_date(value) if isinstance(value, date | datetime) else value


class FileField(forms.FileField):
    """One uploaded file; its kind is judged from its bytes by `support.files` when it is stored."""

    def __init__(self, *, kinds: tuple[FileKind, ...] = DOCUMENTS, **kwargs: Any) -> None:
        self.kinds = kinds
        endings = ",".join(ending for kind in kinds for ending in kind.endings)
        kwargs.setdefault("widget", forms.FileInput(attrs={"accept": endings}))
        super().__init__(**kwargs)
        self.error_messages.update(
            empty=_("The file is empty. Choose another file."),
            missing=_("The file did not arrive. Choose it again."),
            invalid=_("The file did not arrive. Choose it again."),
        )


class RowsField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Rows to choose from; what cannot be a key is no choice, like one that nobody has."""

    def clean(self, value: Any) -> Any:
        for one in value if isinstance(value, list | tuple) else ():
            if key_of(one) is None:
                raise ValidationError(
                    self.error_messages["invalid_choice"], code="invalid_choice", params={"value": one}
                )
        return super().clean(value)
