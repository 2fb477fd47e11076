"""The rows that an address names, for whom they concern; everybody else finds nothing there."""

from __future__ import annotations

from django.http import Http404, HttpRequest

from thidua.contests.access import editions_kept_by, juries_of, sees_whose_entries_are
from thidua.contests.models import Edition, Entry, Juror
from thidua.contests.queries.stages import with_stage_parts
from thidua.web.shell.access import signed_in


def kept_edition(request: HttpRequest, pk: int) -> Edition:
    """Return the edition that the person keeps. Raises Http404."""
    found = with_stage_parts(editions_kept_by(signed_in(request))).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def edition_with_rules(request: HttpRequest, pk: int) -> Edition:
    """Return the edition that the person keeps and that has its rules. Raises Http404."""
    found = kept_edition(request, pk)
    if not hasattr(found, "rules"):
        raise Http404
    return found


def kept_entry(edition: Edition, pk: int) -> Entry:
    """Return the entry of the edition. Raises Http404."""
    found = Entry.objects.filter(category__edition=edition, pk=pk).select_related("category__edition").first()
    if found is None:
        raise Http404
    return found


def kept_juror(edition: Edition, pk: int) -> Juror:
    """Return the juror of the edition. Raises Http404."""
    found = edition.jurors.select_related("user", "edition__competition").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def own_jury(request: HttpRequest, pk: int) -> Juror:
    """Return the person's own seat on the jury of the edition. Raises Http404, also for who sees the entrants."""
    user = signed_in(request)
    seats = juries_of(user).select_related("user", "edition__competition__organiser", "edition__rules")
    found = seats.prefetch_related("categories").filter(edition=pk).first()
    if found is None or sees_whose_entries_are(user, found.edition):
        raise Http404
    return found
