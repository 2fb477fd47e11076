"""What rests on an import, so that it cannot simply be taken back."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.registry.enums import AwardStatus, ImportContent
from thidua.registry.models import (
    Award,
    Conferral,
    HistoryImport,
    HistoryRecord,
    RecognisedInitiative,
    YearlyGrade,
)


def records_of(batch: HistoryImport) -> QuerySet[HistoryRecord]:
    """Return the grades or initiatives that the batch brought, withdrawn ones too."""
    model: type[HistoryRecord] = (
        RecognisedInitiative if batch.content == ImportContent.INITIATIVES else YearlyGrade
    )
    rows: QuerySet[HistoryRecord] = model._default_manager.filter(batch=batch)
    return rows


def resting_on(batch: HistoryImport) -> str:
    """Return the sentence that says what rests on the import, "" for nothing; at most two queries.

    A row that was changed since, and an award that a decision granted to one of the recipients since.
    """
    changed = _changed(batch)
    if changed is not None:
        return _("“%(row)s” has been changed since. Correct single rows instead.") % {"row": changed}
    granted = _granted_since(batch).select_related("conferral").first()
    if granted is None:
        return ""
    return _(
        "Since then %(name)s was granted “%(award)s” by decision %(number)s, which may rest on it. "
        "Correct single rows instead."
    ) % {
        "name": granted.recipient_name,
        "award": granted.conferral.award_form,
        "number": granted.conferral.decision_number,
    }


def _changed(batch: HistoryImport) -> object | None:
    if batch.content == ImportContent.AWARDS:
        conferrals = Conferral.objects.filter(batch=batch)
        touched = Q(version__gt=1) | Q(awards__status__in=(AwardStatus.CANCELLED, AwardStatus.STRIPPED))
        return conferrals.filter(touched).first()
    return records_of(batch).filter(ended_at__isnull=False).first()


def _granted_since(batch: HistoryImport) -> QuerySet[Award]:
    since = timezone.localdate(batch.imported_at)
    rows = Award.objects.filter(conferral__from_decision=True, conferral__decision_date__gte=since)
    about = Q()
    columns: tuple[str, ...]
    if batch.content == ImportContent.AWARDS:
        own = Award.objects.filter(conferral__batch=batch).order_by()
        columns = ("person", "unit", "household")
    else:
        own = records_of(batch).order_by()  # type: ignore[assignment]
        columns = ("person", "unit")
    for column in columns:
        known = own.filter(**{f"{column}__isnull": False}).values(column)
        about |= Q(**{f"{column}__in": known})
    return rows.filter(about)
