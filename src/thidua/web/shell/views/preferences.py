"""What readers choose for themselves."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from thidua.web.shell.theme import Theme, keep_theme


# Exempt: a forged request could only change colours, and public pages stay free of cookies, so they can be cached.
@csrf_exempt
@require_POST
def choose_theme(request: HttpRequest) -> HttpResponse:
    """Keep the chosen colours and return to the page that asked."""
    wanted = request.POST.get("theme", "")
    back = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        back = "/"
    response = HttpResponseRedirect(back)
    keep_theme(response, Theme(wanted) if wanted in set(Theme) else Theme.DEVICE)
    return response
