"""What hangs on the nominations and awards of a person, for the extract."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.contests.extracts import told_entry
from thidua.contests.models import Entry
from thidua.contests.queries.entrants import FoundEntry
from thidua.decisions.models import Certificate
from thidua.nominations.enums import ALIVE
from thidua.nominations.models import Nomination, Opinion
from thidua.orgs.access import may_anywhere
from thidua.orgs.models import Person
from thidua.registry.extract import ExtractSection
from thidua.registry.extract.rows import followed, row_of, told_fields
from thidua.support.audit.words import subject_words

# Who wrote an opinion is another person's own.
_NEVER_TOLD = {"sender_name", "contact", "code", "photo", "file", "recorded_by", "moderated_by"}


def opinions(ids: frozenset[int], by: User | None) -> Iterable[ExtractSection]:
    """Return the opinions about nominations of the persons, without who gave them; for those who see dossiers."""
    if not may_anywhere(by, Right.SEE_DOSSIERS):
        return
    fields = [field for field in told_fields(Opinion, "nomination") if field.name not in _NEVER_TOLD]
    rows = Opinion.objects.filter(nomination__person__in=ids).select_related(*followed(fields)).order_by("pk")
    yield ExtractSection(
        "nominations.opinion", _("Opinions of the public"), tuple(row_of(one, fields) for one in rows)
    )


def entries(ids: frozenset[int], by: User | None) -> Iterable[ExtractSection]:
    """Return the entries whose prizes became awards of the persons; for those who keep contests.

    Other entries bear names only; the office of contests looks for them by name.
    """
    if not may_anywhere(by, Right.KEEP_AWARDS):
        return
    won = Entry.objects.filter(result__decision_lines__award__person__in=ids).order_by("pk").distinct()
    rows = won.select_related("category__edition__competition", "category__edition__rules", "unit", "result")
    found = tuple(told_entry(FoundEntry(row, (), is_reached=False)) for row in rows)
    yield ExtractSection("contests.entry", subject_words("contests.entry"), found)


def under_way() -> QuerySet[Person]:
    """Return the persons who are nominated and not decided about: their data are needed."""
    pending = Nomination.objects.filter(outcome__in=ALIVE, person__isnull=False).order_by()
    return Person.objects.filter(pk__in=pending.values("person"))


def certificates(ids: frozenset[int], by: User | None) -> Iterable[ExtractSection]:
    """Return the certificates of the persons' awards: code, days, state."""
    fields = [
        field
        for field in told_fields(Certificate, "line")
        if field.name not in {"words", "payload", "key_id"}
    ]
    rows = Certificate.objects.filter(line__award__person__in=ids).select_related(*followed(fields))
    yield ExtractSection(
        "decisions.certificate", _("Certificates"), tuple(row_of(one, fields) for one in rows.order_by("pk"))
    )
