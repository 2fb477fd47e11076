"""The page of one record."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.support.audit.describe import Story, story
from thidua.support.audit.queries import history_of
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.records.record_kind import RecordKind

# Of a long history the newest entries; the whole of it stands in the log.
MOST_STORIES = 50


def seen_or_404(kind: RecordKind, user: User, pk: int) -> Any:
    """Return the record if `user` may see it; raises Http404."""
    row = kind.rows(user).filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


@right_required(Right.SEE_RECORDS)
@require_safe
def record_page(request: HttpRequest, kind: RecordKind, pk: int) -> HttpResponse:
    """Show all that is known of a record: its facts, where it comes from, and what was done to it."""
    user = signed_in(request)
    row = seen_or_404(kind, user, pk)
    context = {
        "kind": kind,
        "row": row,
        "title": kind.title(row),
        "facts": kind.facts(row, user),
        "stories": stories_of(kind, row),
        "may_keep": kind.may_keep(user, row),
        "edit_url": kind.url("edit", pk),
        "remove_url": kind.url("remove", pk),
        **kind.beside_page(row),
    }
    if kind.lines is None:
        return render(request, kind.page_template, context)
    context["lines_url"] = kind.url("lines", pk)
    return kind.lines.table.respond(request, kind.lines.rows(row), kind.page_template, context)


def stories_of(kind: RecordKind, row: Any) -> list[Story]:
    """Return what was done to `row`, newest first, without what its reader may not know; one query."""
    hidden = kind.hidden(row)
    return [story(entry, hidden=hidden) for entry in history_of(row)[:MOST_STORIES]]
