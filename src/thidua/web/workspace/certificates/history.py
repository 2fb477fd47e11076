"""What happened to the certificates of one line, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.decisions.models import CertificateEvent, DecisionLine, HandingOver
from thidua.web.shell import formats


@dataclass(frozen=True)
class Happening:
    """One thing that happened: what, when it was recorded, by whom, and the rest in sentences."""

    title: str
    at: datetime | None
    by: User | None
    notes: tuple[str, ...]
    code: str = ""
    new_code: str = ""


def history_of(
    line: DecisionLine, events: Sequence[CertificateEvent], given: Sequence[HandingOver]
) -> list[Happening]:
    """Return what happened to the certificates of a line, newest first, its making last; one query."""
    rows = list(line.certificates.select_related("printed_by").order_by("pk"))
    found = [_of_event(one) for one in events] + [_of_handing(one) for one in given]
    found += [
        Happening(
            _("Printed"),
            one.printed_at,
            one.printed_by,
            (_("Printed %(count)s times in all.") % {"count": formats.number(one.prints)},)
            if one.prints > 1
            else (),
            one.code,
        )
        for one in rows
        if one.printed_at
    ]
    signed = line.decision
    found.append(
        Happening(
            _("Signed and given its code"),
            signed.signed_at,
            None,
            (
                _("Decision %(number)s, %(day)s.")
                % {"number": signed.full_number, "day": formats.day(signed.decided_on)},
            ),
            rows[0].code if rows else "",
        )
    )
    return sorted(found, key=lambda one: (one.at is not None, one.at), reverse=True)


def _of_event(one: CertificateEvent) -> Happening:
    notes = [_("Ground: %(ground)s.") % {"ground": one.get_reason_code_display()}]
    if one.reason:
        notes.append(one.reason)
    if one.decision:
        notes.append(_("Paper: %(paper)s.") % {"paper": one.decision})
    notes.append(_("Day: %(day)s.") % {"day": formats.day(one.on)})
    return Happening(
        _capital(str(one.get_kind_display())),
        one.at,
        one.by,
        tuple(notes),
        one.certificate.code,
        one.new_certificate.code if one.new_certificate else "",
    )


def _of_handing(one: HandingOver) -> Happening:
    notes = [
        _("Received by %(name)s on %(day)s.") % {"name": one.received_by, "day": formats.day(one.on)},
        *([_("Place: %(place)s.") % {"place": one.place}] if one.place else []),
    ]
    return Happening(_("Handed over"), one.at, one.by, tuple(notes), one.certificate.code)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
