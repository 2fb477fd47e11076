"""The audit log: reading it, and checking that it is as it was written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.orgs.access import holds_everywhere, units_where
from thidua.orgs.enums import UnitKind
from thidua.support.audit.models import AuditEntry
from thidua.support.audit.queries import Break, verify_chain
from thidua.support.audit.reading import LogFilter, LogPage, all_matching, page_of_log
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.csv_download import csv_response
from thidua.web.shell.filters import Chosen
from thidua.web.shell.htmx import render_page_or_part
from thidua.web.workspace.administration.kept_back import UNNAMED
from thidua.web.workspace.administration.log_filters import AuditFilters
from thidua.web.workspace.administration.log_rows import LogRow, details_in_one_line, rows_of

PAGE_SIZE = 50
BEFORE, AFTER = "truoc", "sau"
ID = "nhat-ky"


@dataclass(frozen=True)
class LogView:
    """The filtered log, for `c-filter-bar` and the list below it; addresses are empty at the ends."""

    id: str
    filters: AuditFilters
    chosen: list[Chosen]
    rows: list[LogRow]
    older_url: str
    newer_url: str
    newest_url: str
    csv_url: str
    order: str = ""


@right_required(Right.READ_AUDIT_LOG)
@require_safe
def entries(request: HttpRequest) -> HttpResponse:
    """Show the log newest first, filtered by the address, or download what fits."""
    _refuse_a_part(request)
    filters = AuditFilters(request.GET)
    appraises = _reaches_the_province(signed_in(request), Right.APPRAISE)
    wanted: LogFilter = filters.applied_to(LogFilter(unnamed=frozenset() if appraises else UNNAMED))
    if request.GET.get("dinh-dang") == "csv":
        return _csv(rows_of(all_matching(wanted), appraises=appraises))
    found = page_of_log(
        wanted, size=PAGE_SIZE, before=_number(request, BEFORE), after=_number(request, AFTER)
    )
    view = _view(request, filters, found, appraises)
    part = "administration/log_part.html"
    return render_page_or_part(request, "administration/log.html", {"log": view}, part=ID, part_template=part)


@right_required(Right.READ_AUDIT_LOG)
@require_safe
def entry(request: HttpRequest, sequence: int) -> HttpResponse:
    """Show one entry whole, with the codes that bind it to its neighbours."""
    _refuse_a_part(request)
    found = AuditEntry.objects.filter(sequence=sequence).first()
    if found is None:
        raise Http404
    (row,) = rows_of([found], appraises=_reaches_the_province(signed_in(request), Right.APPRAISE))
    has_next = AuditEntry.objects.filter(sequence=sequence + 1).exists()
    return render(request, "administration/entry.html", {"row": row, "has_next": has_next})


@right_required(Right.READ_AUDIT_LOG)
@require_safe
def verify(request: HttpRequest) -> HttpResponse:
    """Read the whole chain and tell whether it is intact, with the last code to note outside."""
    _refuse_a_part(request)
    verdict = verify_chain()
    last = AuditEntry.objects.order_by("-sequence").first()
    context = {
        "verdict": verdict,
        "sentence": _sentence(verdict.why, verdict.broken_sequence),
        "last": next(rows_of([last], appraises=False)) if last else None,
    }
    return render(request, "administration/verified.html", context)


def covers_everything(user: User) -> bool:
    """Tell whether `user` reads the log: it speaks of every unit, so the right must reach the whole province."""
    return _reaches_the_province(user, Right.READ_AUDIT_LOG)


def _reaches_the_province(user: User, right: Right) -> bool:
    return holds_everywhere(user, right) or units_where(user, right).filter(kind=UnitKind.PROVINCE).exists()


def _refuse_a_part(request: HttpRequest) -> None:
    if not covers_everything(signed_in(request)):
        raise PermissionDenied(
            _(
                "The log speaks of every unit, so only a role on the whole province opens it. Ask your administrator."
            )
        )


def _sentence(why: Break | None, row: int | None) -> str:
    sentences = {
        Break.MISSING: _("Row %(row)s of the audit log is missing."),
        Break.CHANGED: _("Row %(row)s of the audit log was changed after it was written."),
        Break.UNLINKED: _("Row %(row)s of the audit log does not follow the row before it."),
        Break.TAIL: _("The audit log ends too early: row %(row)s and later are missing."),
    }
    return sentences[why] % {"row": row} if why else ""


def _view(request: HttpRequest, filters: AuditFilters, found: LogPage, appraises: bool) -> LogView:
    rows = list(rows_of(found.entries, appraises=appraises))
    numbers = [row.entry.sequence for row in rows]
    return LogView(
        id=ID,
        filters=filters,
        chosen=list(filters.chosen(request.GET)),
        rows=rows,
        older_url=_address(request, BEFORE, numbers[-1]) if rows and found.has_older else "",
        newer_url=_address(request, AFTER, numbers[0]) if rows and found.has_newer else "",
        newest_url=_address(request) if found.has_newer else "",
        csv_url=_address(request, "dinh-dang", "csv"),
    )


def _address(request: HttpRequest, name: str = "", value: object = "") -> str:
    query = request.GET.copy()
    for key in (BEFORE, AFTER, "dinh-dang"):
        query.pop(key, None)
    if name:
        query[name] = str(value)
    return "?" + query.urlencode()


def _number(request: HttpRequest, name: str) -> int | None:
    text = request.GET.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


def _csv(rows: Iterable[LogRow]) -> HttpResponse:
    headings = [
        _("Row"),
        _("Time"),
        _("Done by"),
        _("What was done"),
        _("Kind"),
        _("Name"),
        _("Details"),
        _("Check code"),
    ]
    return csv_response(
        "nhat-ky",
        headings,
        (
            (
                row.entry.sequence,
                row.at,
                row.who,
                row.action,
                row.kind,
                row.subject,
                details_in_one_line(row),
                row.entry.hash,
            )
            for row in rows
        ),
    )
