"""Write what statistics ask of the recipients of a conferral, as it was on the day of the decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, cast

from django.db import transaction
from django.db.models import Field
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.registry.access import require_keeping
from thidua.registry.actions.reasons import cleaned_reason
from thidua.registry.content.years import FIRST_YEAR
from thidua.registry.enums import PEOPLE, CommendationType, RecipientClass, RecipientKind
from thidua.registry.models import Award, Conferral
from thidua.support.audit.actions.record import record
from thidua.support.edits import in_words
from thidua.support.refusals import Refused, Sentence

OLDEST: Final = 120  # years that a recipient may have lived on the day of the decision


@dataclass(frozen=True, kw_only=True)
class Described:
    """What is known of one recipient on the day of the decision; empty or None for not known."""

    recipient_class: str = ""
    enterprise: bool | None = None
    woman: bool | None = None
    ethnic_minority: bool | None = None
    birth_year: int | None = None
    commendation_type: str = ""

    def faults(self, award: Award) -> list[Sentence]:
        """Return what does not fit the recipient of `award`."""
        said: list[Sentence] = []
        personal = (self.recipient_class, self.woman, self.ethnic_minority, self.birth_year)
        if award.recipient_kind not in PEOPLE and any(one not in ("", None) for one in personal):
            said.append(_("Class, sex, ethnic group and year of birth are told of individuals only."))
        if award.recipient_kind != RecipientKind.COLLECTIVE and self.enterprise is not None:
            said.append(_("Whether it is an enterprise is told of collectives only."))
        if self.recipient_class and self.recipient_class not in RecipientClass.values:
            said.append(_("Choose the class of recipient from the list."))
        if self.commendation_type and self.commendation_type not in CommendationType.values:
            said.append(_("Choose the type of commendation from the list."))
        if self.birth_year is not None and not award.year - OLDEST <= self.birth_year <= award.year:
            said.append(
                _("The year of birth lies between %(first)s and %(last)s.")
                % {"first": max(award.year - OLDEST, FIRST_YEAR - OLDEST), "last": award.year}
            )
        return said


_COLUMNS: Final = tuple(Described.__dataclass_fields__)


def describe_recipients(
    *, conferral: Conferral, said: Mapping[int, Described], reason: str, by: User
) -> list[Award]:
    """Write `said` of awards of the conferral (by their ids) and return those changed.

    The names stay as the decision has them, so this is open for decisions signed here, too. Raises NotAllowed, or
    Refused with a sentence per line at fault (field `line-ID`).
    """
    require_keeping(by, conferral.deciding_unit)
    why = cleaned_reason(reason)
    with transaction.atomic():
        found = list(conferral.awards.select_for_update().filter(pk__in=said).order_by("ordinal"))
        faults = {f"line-{award.pk}": said[award.pk].faults(award) for award in found}
        if any(faults.values()):
            raise Refused({name: sentences for name, sentences in faults.items() if sentences})
        changed, told = [], []
        for award in found:
            if line := _written(award, said[award.pk]):
                changed.append(award)
                told.append(line)
        if changed:
            Award.objects.bulk_update(changed, _COLUMNS)
            record(
                by=by,
                action="registry.recipients_described",
                subject=conferral,
                details={"recipients": told, "reason": why},
            )
    return changed


def _written(award: Award, said: Described) -> str:
    """Set the columns of `award` and return in words what changed, empty for nothing."""
    parts = []
    for name in _COLUMNS:
        old, new = getattr(award, name), getattr(said, name)
        if old != new:
            field = cast("Field[Any, Any]", Award._meta.get_field(name))
            parts.append(f"{field.verbose_name}: {in_words(old, field)} → {in_words(new, field)}")
            setattr(award, name, new)
    return f"{award.ordinal}. {award.recipient_name}: {'; '.join(parts)}" if parts else ""
