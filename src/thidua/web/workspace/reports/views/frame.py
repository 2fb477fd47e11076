"""What every page about one report shows around its own content."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from thidua.core.language import Language
from thidua.reports import access
from thidua.reports.export import FORMATS
from thidua.reports.models import ClosingReport
from thidua.web.shell.access import signed_in
from thidua.web.workspace.reports.states import report_tag


def frame(request: HttpRequest, report: ClosingReport, part: str, **context: Any) -> dict[str, Any]:
    """Return the context of a page about `report`; `part` is the tab that it belongs to."""
    user = signed_in(request)
    is_open = access.is_open(report)
    return {
        "report": report,
        "part": part,
        "tag": report_tag(report),
        "is_open": is_open,
        "drafts": is_open and access.may_draft(user, report.unit),
        "formats": [(form, form.upper()) for form in FORMATS],
        "freezes": access.may_freeze(user, report),
        **context,
    }


def asked_language(request: HttpRequest) -> Language:
    """Return the language in which the report itself is asked for, whatever that of the page."""
    return "en" if request.GET.get("ngon-ngu") == "en" else "vi"
