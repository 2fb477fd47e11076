"""Put an accepted figure on record without a sheet: from a source system, a letter, a publication."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.indicators import Comparator
from thidua.core.periods import Period
from thidua.core.vietnamese.hygiene import clean_line
from thidua.movements.actions.moments import past_moment
from thidua.orgs.models import Unit
from thidua.support.audit.actions.record import record
from thidua.support.edits import EditedMeanwhile
from thidua.support.files.models import StoredFile
from thidua.support.provenance import Provenance
from thidua.support.refusals import NotAllowed
from thidua.targets import access, wording
from thidua.targets.actions.given_figure import check, given
from thidua.targets.actions.replace_observations import key_of, replace_observations
from thidua.targets.models import Indicator, Observation


def record_observation(
    *,
    indicator: Indicator,
    unit: Unit,
    period: Period,
    by: User | None,
    value: Decimal | None = None,
    numerator: int | None = None,
    denominator: int | None = None,
    comparator: str = Comparator.EQUAL,
    as_of: date | None = None,
    note: str = "",
    source: str = "",
    evidence: StoredFile | None = None,
    provenance: str = Provenance.RECORDED,
    confirmed: str | None = None,
    seen: int | None = None,
    at: datetime | None = None,
) -> Observation:
    """Accept a figure and return its row; a former one of the same indicator, unit and period is superseded.

    A ratio takes its two integers, or the rate alone in `value`. `as_of` is by default the last day of the
    period. `confirmed` is the reason for an unusual value; None asks no questions (commands, imports). A figure
    that says what is accepted already is not repeated. `seen` is the id of the accepted row that the person had
    before them, 0 for none; None does not ask. Raises Refused (EditedMeanwhile when another row is accepted by
    now), NotAllowed.
    """
    if not access.may_record(by, unit):
        raise NotAllowed(_("Only officers of the Emulation and Commendation Board put figures on record."))
    reading, exact = given(indicator, value, numerator, denominator, comparator)
    check(indicator, unit, period, reading, confirmed)
    note = clean_line(". ".join(part for part in (note, confirmed or "") if part))
    new = Observation(
        indicator=indicator,
        unit=unit,
        starts_on=period.start,
        ends_on=period.end,
        as_of=as_of or period.end,
        comparator=reading.comparator,
        value=exact,
        numerator=reading.numerator,
        denominator=reading.denominator,
        note=note[:500],
        source=clean_line(source) or indicator.source,
        evidence=evidence,
        provenance=provenance,
        entered_by=by,
        accepted_by=by,
        accepted_at=past_moment(at, timezone.now(), field="accepted_at"),
    )
    with transaction.atomic():
        kept, former = replace_observations([new])
        if not kept:
            return former[key_of(new)]
        _require_seen(indicator, former.get(key_of(new)), seen)
        record(
            by=by,
            action="targets.observation_recorded",
            subject=new,
            details=_details(new, former.get(key_of(new))),
        )
    return new


def _require_seen(indicator: Indicator, former: Observation | None, seen: int | None) -> None:
    present = former.pk if former else 0
    if seen is None or seen == present:
        return
    said = wording.in_words(indicator, former) if former else _("no figure")
    raise EditedMeanwhile(
        {
            "value": [
                _("The figure on record is %(value)s. Save again to put yours in its place.")
                % {"value": said}
            ]
        },
        present,
    )


def _details(new: Observation, former: Observation | None) -> dict[str, object]:
    return {
        "indicator": new.indicator.code,
        "unit": new.unit.key,
        "period": Period(new.starts_on, new.ends_on).code,
        "value": [former.value if former else None, new.value],
        "numerator": new.numerator,
        "denominator": new.denominator,
        "comparator": new.comparator,
        "supersedes": former.pk if former else None,
    }
