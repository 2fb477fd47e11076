"""The day on which the law is looked at."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from thidua.web.shell import formats
from thidua.web.shell.forms import DateField, Form

NAME = "ngay"


class DayForm(Form):
    """The day on which an award is looked at."""

    ngay = DateField(label=_("The law on the day"), required=False)


def day_of(form: Form) -> date:
    """Return the day typed into `form`; today where none or no day was typed."""
    typed = form.cleaned_data.get(NAME) if form.is_bound and form.is_valid() else None
    return typed or timezone.localdate()


def shown_again(form_class: type[Form], request: HttpRequest, **more: Any) -> tuple[Form, date]:
    """Return the form with what was asked for in the address, and the day it comes to."""
    if any(name in request.GET for name in form_class.base_fields):
        asked = request.GET.copy()
        asked.setdefault(NAME, formats.day(timezone.localdate()))
        form = form_class(asked, **more)
    else:
        form = form_class(initial={NAME: timezone.localdate()}, **more)
    return form, day_of(form)
