"""Importing many grades, initiatives or earlier awards at once, and taking an import back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from thidua.accounts.rights import Right
from thidua.orgs.access import may
from thidua.orgs.models import Unit
from thidua.registry.access import imports_seen_by
from thidua.registry.actions import import_history, undo_history_import
from thidua.registry.enums import ImportContent
from thidua.registry.importing.preview import preview
from thidua.registry.importing.reading import MOST_ROWS
from thidua.registry.importing.template import example, headings
from thidua.registry.models import Conferral, HistoryImport
from thidua.registry.queries import records_of
from thidua.support.audit.describe import story
from thidua.support.audit.queries import history_of
from thidua.support.refusals import Refused
from thidua.web.shell import formats
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.shell.lookups.fields import only_looks_up, without_faults
from thidua.web.shell.xlsx_download import xlsx_response
from thidua.web.workspace.records.forms.importing import ImportForm, UndoForm, choices_in, left_out_in
from thidua.web.workspace.records.imports import IMPORTS, PATHS, counts, import_tag, shown_rows

MOST_TOLD = 20


@right_required(Right.KEEP_AWARDS)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """List the imports so far."""
    rows = imports_seen_by(signed_in(request)).select_related("imported_by", "kept_by")
    return IMPORTS.respond(request, rows, "records/imports.html")


@right_required(Right.KEEP_AWARDS)
@require_safe
def template(request: HttpRequest, path: str) -> HttpResponse:
    """Hand out a table with the headings and one example row."""
    content = _content(path)
    names = headings(content)
    return xlsx_response(f"mau-{path}", str(content.label), names, [False] * len(names), [example(content)])


@right_required(Right.KEEP_AWARDS)
@require_http_methods(["GET", "POST"])
def take(request: HttpRequest, path: str) -> HttpResponse:
    """Take a table, show a verdict for each row, and keep the chosen rows once that is confirmed."""
    content, user = _content(path), signed_in(request)
    form = ImportForm(request.POST or None, request.FILES or None, user=user, content=content)
    context: dict[str, Any] = {
        "path": path,
        "content": content,
        "columns": headings(content),
        "most": MOST_ROWS,
        "back": reverse({"khen-thuong": "awards", "xep-loai": "grades"}.get(path, "initiatives")),
    }
    if only_looks_up(request):
        without_faults(form)
    elif request.method == "POST" and form.is_valid() and form.take_file():
        act, text, keeper = (
            request.POST.get("act", ""),
            form.cleaned_data["table"],
            form.cleaned_data["kept_by"],
        )
        if act in ("save", "save-sound") and not request.FILES and _kept(request, form, content, act):
            return redirect("history-import", form.outcome.pk)
        context |= _judged(request, form, content, text, keeper)
    return render(request, "records/import.html", context | {"form": form})


@right_required(Right.KEEP_AWARDS)
@require_safe
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one import: what it brought, who confirmed it, and whether it was taken back."""
    row = _seen(request, pk)
    brought = _brought(row)
    context = {
        "batch": row,
        "tag": import_tag(row),
        "brought": brought,
        "more": 0 if row.content == ImportContent.AWARDS else row.row_count - len(brought),
        "may_undo": not row.is_undone and may(signed_in(request), Right.KEEP_AWARDS, row.kept_by),
        "stories": [story(entry) for entry in history_of(row)],
    }
    return render(request, "records/import_page.html", context)


@right_required(Right.KEEP_AWARDS)
@require_http_methods(["GET", "POST"])
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the reason, then take the whole import back."""
    row = _seen(request, pk)
    form = UndoForm(request.POST or None)
    return ask_first(
        request,
        question=_("Undo the import “%(title)s”?") % {"title": row.title},
        consequence=_("All %(count)s rows of it stop counting. The log keeps them with the reason.")
        % {"count": formats.number(row.row_count)},
        verb=_("Undo the import"),
        back=reverse("history-import", args=[pk]),
        act=lambda: undo_history_import(batch=row, by=signed_in(request), **form.cleaned_data),
        done=_("The import is undone."),
        form=form,
    )


def _content(path: str) -> ImportContent:
    if path not in PATHS:
        raise Http404
    return PATHS[path]


def _seen(request: HttpRequest, pk: int) -> Any:
    rows = imports_seen_by(signed_in(request)).select_related("imported_by", "kept_by", "undone_by")
    return get_object_or_404(rows, pk=pk)


def _brought(row: HistoryImport) -> list[tuple[str, str]]:
    """Return the first rows of an import: what each says, and the address of its page."""
    if row.content == ImportContent.AWARDS:
        decisions = Conferral.objects.filter(batch=row).order_by("pk")[:MOST_TOLD]
        return [(str(one), reverse("awards-page", args=[one.pk])) for one in decisions]
    kind = "grades-page" if row.content == ImportContent.GRADES else "initiatives-page"
    found = records_of(row).select_related("person", "unit").order_by("pk")[:MOST_TOLD]
    told = (
        (one, f"{one.recipient} – {one}" if row.content == ImportContent.INITIATIVES else str(one))
        for one in found
    )
    return [(words, reverse(kind, args=[one.pk])) for one, words in told]


def _kept(request: HttpRequest, form: ImportForm, content: ImportContent, act: str) -> bool:
    said = form.cleaned_data
    done = form.accepted(
        lambda: import_history(
            content=content,
            text=said["table"],
            title=said["title"],
            kept_by=said["kept_by"],
            by=signed_in(request),
            choices=choices_in(request.POST),
            left_out=left_out_in(request.POST),
            only_sound=act == "save-sound",
            expected=request.POST.get("fingerprint", ""),
        )
    )
    if done:
        count = form.outcome.row_count
        told = ngettext("%(count)s row has been saved.", "%(count)s rows have been saved.", count)
        messages.success(request, told % {"count": formats.number(count)})
    return done


def _judged(
    request: HttpRequest, form: ImportForm, content: ImportContent, text: str, keeper: Unit
) -> dict[str, Any]:
    choices, left_out = choices_in(request.POST), left_out_in(request.POST)
    try:
        found = preview(
            content,
            text,
            keeper,
            signed_in(request),
            choices,
        )
    except Refused as refused:
        form.refuse(refused)
        return {}
    rows = shown_rows(found, left_out, choices)
    shown = {one.row.number for one in rows}
    return {
        "found": found,
        "counts": counts(found),
        "rows": rows,
        "not_shown": len(found.rows) - len(rows),
        "carried": {row: chosen for row, chosen in choices.items() if row not in shown},
        "out_of_sight": sorted(left_out - shown),
        "new": len(found.to_keep),
    }
