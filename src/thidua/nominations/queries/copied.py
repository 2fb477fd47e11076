"""The copied-report alarm: passages that a report shares with others that were sent in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from thidua.core.text_checks.shared_passages import Overlap, overlap
from thidua.nominations.models import Nomination, ReportFingerprint

# A passage that so many reports have is how everybody writes, not copying.
COMMONPLACE = 40
# Fingerprints in common before two texts are laid side by side.
AT_LEAST = 3
MOST = 10
# Percent of a report's words found in another before the officer is alarmed.
ALARM_SHARE = 20


@dataclass(frozen=True)
class CopiedFrom:
    """Another report with shared passages; positions of `overlap` are characters of `report` and `other.report`."""

    report: str
    other: Nomination
    overlap: Overlap

    @property
    def alarms(self) -> bool:
        """Whether so much is shared that somebody must look."""
        return self.overlap.share >= ALARM_SHARE


def copied_from(nomination: Nomination) -> list[CopiedFrom]:
    """Return the reports with which that of `nomination` shares most, the most first; three queries.

    Reports of the same recipient are left out: of one's own one may copy.
    """
    found = [
        CopiedFrom(nomination.report, other, shared)
        for other in _candidates(nomination)
        if (shared := overlap(nomination.report, other.report)).passages
    ]
    return sorted(found, key=lambda one: (-one.overlap.share, one.other.pk))


def alarms_of(nominations: Sequence[Nomination]) -> dict[int, list[CopiedFrom]]:
    """Return by id the reports that alarm; nominations without any are left out. Three queries each."""
    found = {row.pk: [one for one in copied_from(row) if one.alarms] for row in nominations if row.report}
    return {pk: hits for pk, hits in found.items() if hits}


def side_by_side(first: Nomination, second: Nomination) -> CopiedFrom:
    """Return what two reports share, for two columns on a screen."""
    return CopiedFrom(first.report, second, overlap(first.report, second.report))


def _candidates(nomination: Nomination) -> QuerySet[Nomination]:
    own = list(
        ReportFingerprint.objects.filter(nomination=nomination).order_by().values_list("value", flat=True)
    )
    counted = (
        ReportFingerprint.objects.filter(value__in=own)
        .order_by()
        .values("value")
        .annotate(reports=Count("pk"))
        .filter(reports__gt=1, reports__lte=COMMONPLACE)
    )
    telling = [row["value"] for row in counted]
    shared = (
        ReportFingerprint.objects.filter(value__in=telling)
        .exclude(nomination=nomination)
        .order_by()
        .values("nomination")
        .annotate(common=Count("pk"))
        .filter(common__gte=min(AT_LEAST, len(own)))
        .order_by("-common", "nomination")
    )
    rows = Nomination.objects.filter(pk__in=[row["nomination"] for row in shared[: MOST * 2]])
    for link in ("person", "unit", "household"):
        pk = getattr(nomination, f"{link}_id")
        if pk is not None:
            rows = rows.exclude(**{link: pk})
    return rows.select_related("dossier", "dossier__unit")[:MOST]
