"""A list of nominees by paste or file: judged row by row, saved only when asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from thidua.accounts.rights import Right
from thidua.lawbook.queries import current_book
from thidua.nominations.actions import add_nominations
from thidua.nominations.judging import judge
from thidua.nominations.models import Dossier, Nomination
from thidua.nominations.queries.duplicates import duplicates_of
from thidua.nominations.queries.fairness import shares_of_lines
from thidua.registry.enums import CommendationType
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.tags import Tag, Tone
from thidua.web.shell.xlsx_download import xlsx_response
from thidua.web.workspace.nominations.find import posted, written_dossier
from thidua.web.workspace.nominations.forms.listing import ListForm
from thidua.web.workspace.nominations.incoming import (
    COLUMNS,
    MOST_LINES,
    Defaults,
    Incoming,
    read_lines,
    text_of_file,
)
from thidua.web.shell.shares import shares_told
from thidua.web.workspace.nominations.verdicts import award_name, duplicate_sentence, shown_verdict


@dataclass(frozen=True)
class Checked:
    """One row of the list with its verdict: what is wrong, what the law says, what looks like a duplicate."""

    row: Incoming
    award: str
    tag: Tag
    notes: tuple[str, ...]
    duplicates: tuple[str, ...]


@right_required(Right.NOMINATE)
@require_http_methods(["GET", "POST"])
def enter(request: HttpRequest, code: str) -> HttpResponse:
    """Take a list; show a verdict for every row; save all rows once the person says so."""
    dossier = written_dossier(request, code)
    initial = {
        "commendation_type": dossier.route if dossier.route in CommendationType.values else "",
        "award_code": "provincial_certificate_of_merit" if dossier.level == "province" else "",
    }
    form = ListForm(_with_file(request), request.FILES or None, initial=initial)
    context: dict[str, Any] = {
        "form": form,
        "dossier": dossier,
        "columns": [label for _k, label, _w in COLUMNS],
    }
    if request.method == "POST":
        for sentence in _faults_of_file(request):
            form.add_error("file", sentence)
        if form.is_valid():
            read = _read(request, dossier, form)
            if read and request.POST.get("lam") == "luu" and _saved(request, dossier, form, read):
                return redirect("dossier-nominees", code)
            if read:
                context |= _shown(dossier, read)
    return render(request, "nominations/nominee_list.html", context)


@right_required(Right.NOMINATE)
@require_safe
def template(request: HttpRequest) -> HttpResponse:
    """Hand out an empty table with the headings."""
    headings = [str(label) for _key, label, _words in COLUMNS]
    return xlsx_response(
        "danh-sach-de-nghi", _("Nominees"), headings, [False] * len(headings), [[""] * len(headings)]
    )


def _with_file(request: HttpRequest) -> Any:
    """Return what was posted; the rows of a file stand in the text, so that they can be corrected and kept."""
    data = posted(request)
    file = request.FILES.get("file")
    if data is None or file is None:
        return data
    text, faults = text_of_file(file.read(), file.name or "")
    request.META["thidua.faults_of_file"] = faults
    if text:
        data = data.copy()
        data["table"] = text
    return data


def _faults_of_file(request: HttpRequest) -> tuple[str, ...]:
    found: tuple[str, ...] = request.META.get("thidua.faults_of_file", ())
    return found


def _read(request: HttpRequest, dossier: Dossier, form: ListForm) -> list[Incoming]:
    said = form.cleaned_data
    defaults = Defaults(said["award_code"], said["commendation_type"], dossier.counting_year)
    read = read_lines(said["table"], defaults, current_book(), signed_in(request))
    if not read:
        form.add_error("table", _("There is no row yet. Paste the rows, or choose a file."))
    if len(read) > MOST_LINES:
        form.add_error(
            "table",
            _("At most %(most)s rows at once. Send the rest as a second list.") % {"most": MOST_LINES},
        )
        return []
    return read


def _saved(request: HttpRequest, dossier: Dossier, form: ListForm, read: Sequence[Incoming]) -> bool:
    if any(one.faults for one in read):
        form.add_error("table", _("Correct the rows that have a fault; nothing was saved."))
        return False
    done = form.accepted(
        lambda: add_nominations(dossier=dossier, lines=[one.line for one in read], by=signed_in(request))
    )
    if done:
        said = ngettext("%(count)s nominee was added.", "%(count)s nominees were added.", len(read))
        messages.success(request, said % {"count": len(read)})
    return done


def _shown(dossier: Dossier, read: Sequence[Incoming]) -> dict[str, Any]:
    book, today = current_book(), timezone.localdate()
    sound = [one for one in read if not one.faults]
    rows = [Nomination(dossier=dossier, ordinal=one.number, **one.line.values()) for one in sound]
    judged = {one.nomination.ordinal: one.appraisal for one in judge(dossier, rows, today, restricted=False)}
    found = duplicates_of([one.line for one in sound])
    doubles = {one.number: hits for one, hits in zip(sound, found, strict=True)}
    checked = []
    for one in read:
        verdict = shown_verdict(book, judged[one.number], today) if one.number in judged else None
        checked.append(
            Checked(
                row=one,
                award=award_name(book, one.line.award_code, today),
                tag=verdict.tag if verdict else Tag(_("to be corrected"), Tone.WARNING),
                notes=one.faults or ((*verdict.reasons, *verdict.missing)[:3] if verdict else ()),
                duplicates=tuple(duplicate_sentence(hit) for hit in doubles.get(one.number, ())[:3]),
            )
        )
    lines = [one.line for one in sound]
    return {
        "checked": checked,
        "wrong": sum(bool(one.faults) for one in read),
        "shares": shares_told(shares_of_lines(lines, dossier.counting_year, dossier.unit_id))
        if lines
        else [],
    }
