"""Awards as rows of a table. What belongs to a person alone – birth, number of an identity card – has no column."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Final

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from thidua.orgs.queries import AddressToday, addresses_today
from thidua.registry.enums import AwardStatus, CommendationType, RecipientKind
from thidua.registry.models import Award
from thidua.support.spreadsheets.columns import Column, ColumnKind

DATE_AT: Final = 8  # the place of the column that is a date
Row = list[Any]


def columns() -> list[Column]:
    """Return the headings of the table, in the language in force."""
    text = (
        _("Recipient"),
        _("Kind"),
        _("Post at the time"),
        _("Unit or address at the time"),
        _("Today"),
        _("Award"),
        _("Type of commendation"),
        _("Decision number"),
    )
    return [
        *(Column(heading) for heading in text),
        Column(_("Decision date"), ColumnKind.DATE),
        Column(_("Decided by")),
        Column(_("Given for the year"), ColumnKind.NUMBER),
        Column(_("Status")),
    ]


def rows_of(awards: Sequence[Award]) -> list[Row]:
    """Return a row for each award (with conferral and deciding unit); five queries, whatever their number."""
    places = {place for one in awards if (place := one.place_id or one.unit_id) is not None}
    today = addresses_today(places, timezone.localdate()) if places else {}
    return [_row(one, today.get(one.place_id or one.unit_id or 0)) for one in awards]


def packed(rows: Iterable[Row]) -> bytes:
    """Return rows as compressed JSON."""
    return zlib.compress(json.dumps(list(rows), ensure_ascii=False).encode(), 6)


def unpacked(data: bytes | memoryview) -> Iterator[Row]:
    """Yield the rows again, their dates as dates."""
    for row in json.loads(zlib.decompress(bytes(data))):
        row[DATE_AT] = date.fromisoformat(row[DATE_AT]) if row[DATE_AT] else None
        yield row


def _row(award: Award, today: AddressToday | None) -> Row:
    paper = award.conferral
    return [
        award.recipient_name,
        capfirst(str(RecipientKind(award.recipient_kind).label)),
        award.post_then,
        award.unit_then,
        _now(today),
        paper.award_form,
        str(CommendationType(award.commendation_type).label) if award.commendation_type else "",
        paper.decision_number,
        paper.decision_date.isoformat() if paper.decision_date else None,
        paper.decided_by,
        award.year,
        capfirst(str(AwardStatus(award.status).label)),
    ]


def _now(today: AddressToday | None) -> str:
    if today is None:
        return ""
    return today.places[0].address if today.unchanged else today.sentence
