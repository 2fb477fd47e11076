"""What was done to a report and its paragraphs."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from thidua.reports.models import ClosingReport
from thidua.support.audit.models import AuditEntry


def history(report: ClosingReport) -> QuerySet[AuditEntry]:
    """Return the entries of the log about the report and its present paragraphs, the latest first."""
    paragraphs = [str(pk) for pk in report.paragraphs.values_list("pk", flat=True)]
    about = Q(subject_type="reports.closingreport", subject_id=str(report.pk))
    about |= Q(subject_type="reports.paragraph", subject_id__in=paragraphs)
    return AuditEntry.objects.filter(about).order_by("-sequence")
