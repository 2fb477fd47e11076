"""A figure given as exact values: whether it fits its indicator, and what the checks say of it."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _

from thidua.core.indicators import Comparator, FindingLevel, IndicatorKind
from thidua.core.periods import Period
from thidua.core.vietnamese.hygiene import clean_line
from thidua.orgs.models import Unit
from thidua.support.refusals import Refused, Sentence
from thidua.targets.checks import findings_of
from thidua.targets.models import Indicator
from thidua.targets.queries.references import Ask, references_of
from thidua.targets.typed import Reading, reading_of
from thidua.targets.wording import finding_sentence


def given(
    indicator: Indicator,
    value: Decimal | None,
    numerator: int | None,
    denominator: int | None,
    comparator: str = Comparator.EQUAL,
) -> tuple[Reading, Decimal]:
    """Return exact values as a reading, and the value to keep; raises Refused where they do not fit the kind."""
    reading = reading_of(IndicatorKind(indicator.kind), value, numerator, denominator, Comparator(comparator))
    if reading.faults or reading.value is None:
        raise Refused(dict(reading.faults))
    return reading, reading.value


def check(indicator: Indicator, unit: Unit, period: Period, reading: Reading, confirmed: str | None) -> None:
    """Raise Refused for what the checks find: errors always, questions where they are asked and not answered."""
    ask = Ask(indicator.pk, unit.pk, period)
    found = references_of([ask], {indicator.pk: indicator})[ask]
    findings = findings_of(
        indicator,
        reading,
        plan=found.plan.value if found.plan else None,
        same_period=found.same_period.value if found.same_period else None,
        last=found.last.value if found.last else None,
    )
    errors: list[Sentence] = [finding_sentence(one) for one in findings if one.level is FindingLevel.ERROR]
    if errors:
        raise Refused({"value": errors})
    questions: list[Sentence] = [
        finding_sentence(one) for one in findings if one.level is FindingLevel.QUESTION
    ]
    if questions and confirmed is not None and not clean_line(confirmed):
        raise Refused({"confirmed": [*questions, _("If it is right, write the reason.")]})
