"""Add nominees to a dossier: one, or a list."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.lawbook.queries import current_book
from thidua.nominations.actions.moving import lock
from thidua.nominations.actions.writing import mend_fields, require_writing
from thidua.nominations.content import NomineeLine
from thidua.nominations.models import Dossier, Nomination
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused, Sentence

MOST_NOMINEES = 2000


def add_nomination(*, dossier: Dossier, line: NomineeLine, by: User | None) -> Nomination:
    """Add one nominee and return the nomination. Raises Refused with a sentence per field at fault, NotAllowed."""
    faults = line.faults(current_book())
    if faults:
        raise Refused(faults)
    return add_nominations(dossier=dossier, lines=[line], by=by)[0]


def add_nominations(*, dossier: Dossier, lines: Sequence[NomineeLine], by: User | None) -> list[Nomination]:
    """Add all of `lines`, numbered after those that are there, and return the nominations; all or none.

    Raises Refused with one sentence per fault, each with the number of its line; NotAllowed.
    """
    with transaction.atomic():
        row = lock(dossier)
        require_writing(by, row)
        _check(row, lines)
        last = row.nominations.aggregate(last=Max("ordinal"))["last"] or 0
        added = _create(row, lines, last)
        mend_fields(row, None, ("nominations",), by)
        row.version += 1
        row.save(update_fields=["version"])
        record(
            by=by,
            action="nominations.nominees_added",
            subject=row,
            details={"nominees": [line.told() for line in lines]},
        )
    return added


def _create(row: Dossier, lines: Sequence[NomineeLine], last: int) -> list[Nomination]:
    rows = [
        Nomination(dossier=row, ordinal=ordinal, **line.values())
        for ordinal, line in enumerate(lines, start=last + 1)
    ]
    try:
        with transaction.atomic():
            return Nomination.objects.bulk_create(rows)
    except IntegrityError as fault:
        raise Refused(
            _("One of these is in the dossier already for the same award. Remove the double line.")
        ) from fault


def _check(row: Dossier, lines: Sequence[NomineeLine]) -> None:
    if not lines:
        raise Refused({"nominations": _("The list is empty. Add at least one nominee.")})
    if row.nominations.count() + len(lines) > MOST_NOMINEES:
        raise Refused({"nominations": _("One dossier takes at most 2,000 nominees. Make a second dossier.")})
    book = current_book()
    said: list[Sentence] = []
    for number, line in enumerate(lines, start=1):
        for sentences in line.faults(book).values():
            for sentence in sentences if isinstance(sentences, list) else [sentences]:
                said.append(_("Line %(number)s: %(sentence)s") % {"number": number, "sentence": sentence})
    if said:
        raise Refused({"nominations": said})
