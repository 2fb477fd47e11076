"""«Việc của tôi»."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from thidua.accounts.models import User
from thidua.web.shell.access import roles_held
from thidua.web.shell.worklist import work_of
from thidua.web.workspace.home.due import SPANS, due_tag, grouped, span_links


@login_required
def my_work(request: HttpRequest) -> HttpResponse:
    """Show what waits for the person who is signed in, and which roles they hold."""
    assert isinstance(request.user, User)
    today = timezone.localdate()
    chosen = request.GET.get("han", "")
    chosen = chosen if chosen in SPANS else ""
    items = work_of(request.user)
    return render(
        request,
        "home/my_work.html",
        {
            "total": len(items),
            "spans": span_links(items, chosen, today),
            "groups": [
                (group, [(item, due_tag(item.due, today)) for item in group.items])
                for group in grouped(items, chosen, today)
            ],
            "chosen": chosen,
            "roles": roles_held(request),
        },
    )
