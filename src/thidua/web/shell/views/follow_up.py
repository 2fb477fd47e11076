"""The page that takes any follow-up code."""

from __future__ import annotations

from typing import Final

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from thidua.web.shell import receipts
from thidua.web.shell.follow_up import followed, read
from thidua.web.shell.forms import Form, LineField
from thidua.web.shell.tries import MOST, seconds_to_wait

PAGE: Final = "shell/follow_up.html"
KIND: Final = "theo-doi"
ON_THE_WAY: Final = 60  # seconds a code from an old link is kept until the page shows what became of it


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


@csrf_exempt  # asks only and changes nothing; readers of the public pages get no cookie
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def follow_up(request: HttpRequest) -> HttpResponse:
    """Ask for a code, then say what became of what was sent with it; the code is a secret and in no address."""
    if "ma" in request.GET:
        return _out_of_the_address(request)
    carried = receipts.code_on(request, KIND, ON_THE_WAY)
    form = FollowUpForm(request.POST if request.method == "POST" else {"ma": carried} if carried else None)
    context: dict[str, object] = {"form": form, "without_receipt": receipts.NO_RECEIPT in request.GET}
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
    if carried:
        receipts.forget(response, KIND)
    if "wait" in context:
        response["Retry-After"] = str(context["wait"])
    return response


def _out_of_the_address(request: HttpRequest) -> HttpResponse:
    """Lead a link that has the code, as they once were given out, to the address without it."""
    response = receipts.sent_on(request, KIND, request.GET["ma"], "follow-up", seconds=ON_THE_WAY)
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex"
    return response
