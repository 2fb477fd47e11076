"""A time of day, and a moment made of a day and a time in Vietnam."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from thidua.core.vietnamese.dates import VIETNAM_TIME

_TIME: Final = re.compile(r"^(\d{1,2})(?:[:h](\d{2})?)?(?::(\d{2}))?$")


class TimeField(forms.Field):
    """A time of day typed as 17:00, 17:00:30 or 17h; cleaned to a time, or None when left empty."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"autocomplete": "off"}))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> time | None:
        if value in self.empty_values or isinstance(value, time):
            return value or None
        read = _TIME.match(str(value).strip().lower())
        numbers = [int(part or 0) for part in read.groups()] if read else [99, 0, 0]
        if numbers[0] > 23 or numbers[1] > 59 or numbers[2] > 59:
            raise ValidationError(_("“%(text)s” is not a time. Write it like 17:00."), params={"text": value})
        return time(numbers[0], numbers[1], numbers[2])

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%H:%M:%S}".removesuffix(":00") if isinstance(value, time) else value


def moment(day: date, at: time) -> datetime:
    """Return the moment in Vietnam."""
    return datetime.combine(day, at, tzinfo=VIETNAM_TIME)


def parts(of: datetime) -> tuple[date, time]:
    """Return day and time of the moment in Vietnam."""
    there = of.astimezone(VIETNAM_TIME)
    return there.date(), there.time().replace(microsecond=0)
