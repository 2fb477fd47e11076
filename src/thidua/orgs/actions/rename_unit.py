"""Give a unit another name or code from a day on, or put its present name right."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.vietnamese.dates import format_date
from thidua.core.vietnamese.hygiene import clean_line
from thidua.orgs.access import require
from thidua.orgs.actions.naming import build_name, unit_sort_key
from thidua.orgs.enums import Certainty
from thidua.orgs.level_words import bare_name
from thidua.orgs.models import Unit, UnitName
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused


def rename_unit(
    *,
    unit: Unit,
    name: str,
    by: User | None,
    on: date | None = None,
    short_name: str = "",
    official_code: str | None = None,
    act: str = "",
    certainty: str = Certainty.CONFIRMED,
    note: str = "",
) -> UnitName:
    """Call `unit` by `name` from the day `on`, and return the row of the name.

    The unit stays the same one and keeps all its records; `official_code` None keeps the code. With `on` None
    the present name was written wrong and is corrected for the whole time that it was in use. Raises
    NotAllowed, or Refused when the name is empty, nothing changes, or `on` is not after the last renaming.
    """
    require(by, Right.MANAGE_UNITS, unit)
    name = clean_line(name)
    short_name = clean_line(short_name) or bare_name(name, unit.kind)
    code = unit.official_code if official_code is None else clean_line(official_code)
    if not name:
        raise Refused({"name": _("Write the name of the unit with its level, such as “Xã Đề Thám”.")})
    with transaction.atomic():
        unit = Unit.objects.select_for_update().get(pk=unit.pk)
        present = UnitName.objects.filter(unit=unit).last()
        assert present is not None
        _check(unit, present, (name, short_name, code, certainty, note), on)
        old = {"name": present.name, "code": present.official_code}
        begins, ends = present.valid_from, present.valid_to
        if on is None:
            present.delete()
        else:
            begins = on
            present.valid_to = on - timedelta(days=1)
            present.save(update_fields=["valid_to"])
        row = build_name(
            unit,
            name=name,
            short_name=short_name,
            official_code=code,
            valid_from=begins,
            valid_to=ends,
            act=clean_line(act),
            certainty=certainty,
            note=clean_line(note),
        )
        row.save()
        unit.name, unit.short_name, unit.official_code = name, short_name, code
        unit.sort_key = unit_sort_key(short_name)
        unit.version += 1
        unit.save(update_fields=["name", "short_name", "official_code", "sort_key", "version"])
        record(
            by=by,
            action="orgs.unit_renamed" if on else "orgs.unit_name_corrected",
            subject=unit,
            details={"old": old, "new": {"name": name, "code": code}, "from": begins, "act": act},
        )
    return row


def _check(unit: Unit, present: UnitName, new: tuple[str, ...], on: date | None) -> None:
    if new == (present.name, present.short_name, present.official_code, present.certainty, present.note):
        raise Refused({"name": _("The unit already bears this name. Write the new one.")})
    if on is None:
        return
    if present.valid_from and on <= present.valid_from:
        raise Refused(
            {
                "on": _("The present name is in use since %(day)s. Choose a later day.")
                % {"day": format_date(present.valid_from)}
            }
        )
    if unit.exists_to and on > unit.exists_to:
        raise Refused(
            {
                "on": _("The unit ended on %(day)s. Choose an earlier day.")
                % {"day": format_date(unit.exists_to)}
            }
        )
