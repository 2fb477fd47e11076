"""The page that takes any follow-up code."""

from __future__ import annotations

from typing import Final

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from thidua.web.shell.follow_up import followed, read
from thidua.web.shell.forms import Form, LineField
from thidua.web.shell.tries import MOST, seconds_to_wait

PAGE: Final = "shell/follow_up.html"


class FollowUpForm(Form):
    """The code on the receipt."""

    ma = LineField(
        label=_("Code on your receipt"),
        max_length=40,
        help_text=_("For example YK-7K0RM-XW9HD. Capitals, spaces and hyphens do not matter."),
        error_messages={"max_length": _("This is longer than a code. Type only the code.")},
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )


@require_safe
@never_cache
def follow_up(request: HttpRequest) -> HttpResponse:
    """Ask for a code, then say what became of what was sent with it."""
    form = FollowUpForm(request.GET if "ma" in request.GET else None)
    context: dict[str, object] = {"form": form}
    status = 200
    if form.is_bound and form.is_valid():
        typed = form.cleaned_data["ma"]
        if form.accepted(lambda: read(typed)):
            context["code"] = form.outcome
            if wait := seconds_to_wait(request, "follow-up"):
                context |= {"wait": wait, "most": MOST}
                status = 429
            else:
                context["told"] = followed(form.outcome)
                status = 200 if context["told"] else 404
    response = render(request, PAGE, context, status=status)
    response["X-Robots-Tag"] = "noindex"
    if "wait" in context:
        response["Retry-After"] = str(context["wait"])
    return response
