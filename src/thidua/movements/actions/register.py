"""Write a registration: a unit's, or one of its people's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_line, clean_text
from thidua.core.vietnamese.numbers import format_number
from thidua.core.workflow.registration import EDITABLE
from thidua.movements import access
from thidua.movements.enums import FieldOfWork
from thidua.movements.models import ContentGroup, Movement, Pledge, Registration
from thidua.orgs.models import Person, Unit
from thidua.support.audit.actions.record import record
from thidua.support.edits import EditedMeanwhile
from thidua.support.provenance import Provenance
from thidua.support.refusals import NotAllowed, Refused

MOST_PLEDGES = 50


@dataclass(frozen=True)
class PledgeContent:
    """A promise in words, with an indicator's code and the promised value where it can be measured."""

    text: str
    indicator_code: str = ""
    value: Decimal | None = None


@dataclass(frozen=True)
class RegistrationContent:
    """What a unit or person registers: content in their own words, fields, content groups, pledges."""

    content: str = ""
    fields: Sequence[str] = ()
    groups: Sequence[ContentGroup] = ()
    pledges: Sequence[PledgeContent] = ()


def register(
    *,
    movement: Movement,
    unit: Unit,
    content: RegistrationContent,
    by: User,
    person: Person | None = None,
    version: int | None = None,
    provenance: str = Provenance.RECORDED,
) -> Registration:
    """Keep the registration of `unit` (or of `person` for it) as a draft, and return it.

    A unit registers once for a movement, and so does a person: what was written before is changed. `version` is
    the one the clerk had before them; None begins a new registration. Raises Refused, NotAllowed.
    """
    if not access.may_register(by, unit):
        raise NotAllowed(_("Only officers of %(unit)s register for it.") % {"unit": unit})
    _check_open(movement)
    wanted = _checked(movement, content)
    with transaction.atomic():
        row = _locked(movement, unit, person)
        if row is None:
            row = Registration(movement=movement, unit=unit, person=person, provenance=provenance)
        else:
            _check_editable(row, version)
            if content_of(row) == wanted:
                return row
            row.version += 1
        _write(row, wanted)
        record(by=by, action="movements.registration_written", subject=row, details=_told(wanted))
    return row


def content_of(row: Registration) -> RegistrationContent:
    """Return what `row` says at present."""
    return RegistrationContent(
        content=row.content,
        fields=tuple(row.fields),
        groups=tuple(row.groups.all()),
        pledges=tuple(
            PledgeContent(pledge.text, pledge.indicator_code, pledge.value) for pledge in row.pledges.all()
        ),
    )


def _check_open(movement: Movement) -> None:
    if movement.state not in access.RUNNING_STATES:
        raise Refused(
            _("“%(movement)s” is not running, so it takes no registrations.") % {"movement": movement}
        )


def _checked(movement: Movement, content: RegistrationContent) -> RegistrationContent:
    pledges = [
        PledgeContent(clean_line(pledge.text), pledge.indicator_code, pledge.value)
        for pledge in content.pledges
        if clean_line(pledge.text)
    ]
    if len(pledges) > MOST_PLEDGES:
        raise Refused({"pledges": _("Write at most %(limit)s pledges.") % {"limit": MOST_PLEDGES}})
    if any(len(pledge.text) > 500 for pledge in pledges):
        raise Refused(
            {"pledges": _("A pledge is longer than 500 characters. Put the details into the content.")}
        )
    if any(group.movement_id != movement.pk for group in content.groups):
        raise Refused({"groups": _("Choose content groups of this movement.")})
    if set(content.fields) - set(FieldOfWork.values):
        raise Refused({"fields": _("Choose the fields from the list.")})
    return RegistrationContent(
        content=clean_text(content.content),
        fields=tuple(field.value for field in FieldOfWork if field in content.fields),
        groups=tuple(sorted(content.groups, key=lambda group: group.order)),
        pledges=tuple(pledges),
    )


def _locked(movement: Movement, unit: Unit, person: Person | None) -> Registration | None:
    rows = Registration.objects.select_for_update().filter(movement=movement)
    return rows.filter(person=person).first() if person else rows.filter(unit=unit, person=None).first()


def _check_editable(row: Registration, version: int | None) -> None:
    if row.state not in EDITABLE:
        raise Refused(_("This registration was sent. Recall it before you change it."))
    if version is None:
        raise Refused(
            _("%(who)s has a registration for this movement already. Open it to change it.")
            % {"who": row.person or row.unit}
        )
    if version != row.version:
        sentence = _(
            "Somebody else of your unit has changed this registration meanwhile. Look at it and save again."
        )
        raise EditedMeanwhile({"": [sentence]}, row.version)


def _write(row: Registration, wanted: RegistrationContent) -> None:
    row.content, row.fields = wanted.content, list(wanted.fields)
    row.save()
    row.groups.set(wanted.groups)
    row.pledges.all().delete()
    Pledge.objects.bulk_create(
        Pledge(
            registration=row,
            order=order,
            text=pledge.text,
            indicator_code=pledge.indicator_code,
            value=pledge.value,
        )
        for order, pledge in enumerate(wanted.pledges, start=1)
    )


def _told(wanted: RegistrationContent) -> dict[str, object]:
    return {
        "content": wanted.content,
        "fields": [str(FieldOfWork(field).label) for field in wanted.fields],
        "groups": [str(group.order) for group in wanted.groups],
        "pledges": [_promise(pledge) for pledge in wanted.pledges],
    }


def _promise(pledge: PledgeContent) -> str:
    if pledge.value is None:
        return pledge.text
    return f"{pledge.text} ({pledge.indicator_code}: {format_number(pledge.value)})"
