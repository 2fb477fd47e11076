"""Find the entries of somebody who asks what is held about them, and give them as a file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from thidua.accounts.rights import Right
from thidua.web.shell.access import require_right, right_required, signed_in
from thidua.web.workspace.contests.forms.entrants import EntrantForm, ExtractForm


@right_required(Right.KEEP_AWARDS)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def find(request: HttpRequest) -> HttpResponse:
    """Ask for the name, show what bears it, and make the extract of what is ticked; nothing stands in an address."""
    require_right(request, Right.SEE_PERSONAL_DATA)
    user = signed_in(request)
    form = EntrantForm(request.POST or None)
    context: dict[str, object] = {"form": form, "sent": form}
    if request.method == "POST" and form.is_valid():
        found = form.found(user)
        making = "make" in request.POST
        extract = ExtractForm(
            request.POST if making else None, found=found, asked=form.cleaned_data["name"], user=user
        )
        if making and extract.accepted(extract.make):
            answer = HttpResponse(extract.outcome, content_type="application/zip")
            answer["Content-Disposition"] = 'attachment; filename="trich-xuat-bai-du-thi.zip"'
            return answer
        context |= {"extract": extract, "found": found, "sent": extract if making else form}
    return render(request, "contests/entrants.html", context)
