"""The open points of a report before it is published."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext as _

from thidua.contributions.models import Gift
from thidua.core.text_checks import NamedPerson, TextCode, TextContext, TextFinding, check_text, sentence
from thidua.movements.models import RoleModel
from thidua.reports.content.draft import Check, CheckLevel, Draft, DraftParagraph, bound_spans
from thidua.reports.figures.people import NAMED
from thidua.reports.figures.scope import Scope
from thidua.targets.wording import language as page_language

# What misleads a reader or harms a person; everything else is for reading.
_GRAVE: Final = frozenset(
    {
        TextCode.UNBOUND_FIGURE,
        TextCode.NO_AS_OF_DATE,
        TextCode.PERSON_WITHOUT_CONSENT,
        TextCode.UNBALANCED_BRACKET,
        TextCode.UNBALANCED_QUOTE,
    }
)


def checks_of(draft: Draft, scope: Scope) -> tuple[Check, ...]:
    """Return every open point in the order of the text, those about the whole report last; two queries."""
    by_paragraph: dict[str, list[Check]] = {paragraph.key: [] for paragraph in draft.paragraphs}
    for check in (*_of_the_text(draft, scope), *_of_figures(draft), *_of_sign_off(draft)):
        by_paragraph[check.paragraph].append(check)
    return tuple(check for checks in by_paragraph.values() for check in checks)


def check_paragraph(paragraph: DraftParagraph, scope: Scope) -> tuple[Check, ...]:
    """Return the open points of one paragraph alone, for a preview while it is being edited; two queries."""
    spans = tuple((start, end) for start, end, _figure in bound_spans(paragraph.pieces))
    context = TextContext(bound=spans, people=_people(scope))
    return tuple(
        _check(finding, paragraph.key, 0, context) for finding in check_text(paragraph.plain, context)
    )


def _of_the_text(draft: Draft, scope: Scope) -> Iterator[Check]:
    """Check all paragraphs as one text: that dates and counts are written alike shows only so."""
    starts: list[tuple[int, DraftParagraph]] = []
    spans: list[tuple[int, int]] = []
    position = 0
    for paragraph in draft.printed:
        starts.append((position, paragraph))
        spans += [(start + position, end + position) for start, end, _figure in bound_spans(paragraph.pieces)]
        position += len(paragraph.plain) + 1
    text = "\n".join(paragraph.plain for _start, paragraph in starts)
    context = TextContext(bound=tuple(spans), people=_people(scope))
    for finding in check_text(text, context):
        start, paragraph = max(
            (pair for pair in starts if pair[0] <= finding.start), key=lambda pair: pair[0]
        )
        yield _check(finding, paragraph.key, start, context)


def _check(finding: TextFinding, key: str, offset: int, context: TextContext) -> Check:
    within = any(start <= finding.start and finding.end <= end for start, end in context.bound)
    # Inside a figure only the record can be mended, not the report.
    is_error = finding.code in _GRAVE and not within
    return Check(
        level=CheckLevel.ERROR if is_error else CheckLevel.WARNING,
        code=finding.code.value,
        sentence=sentence(finding, page_language()),
        paragraph=key,
        start=finding.start - offset,
        end=finding.end - offset,
    )


def _people(scope: Scope) -> tuple[NamedPerson, ...]:
    """Return the persons that the records of the movements know, and whether they agreed to be named."""
    examples = RoleModel.objects.filter(movements__in=scope.movement_ids).values_list(
        "person__full_name", "household__head__full_name", "consent"
    )
    donors = Gift.objects.filter(drive__movements__in=scope.movement_ids).values_list(
        "person__full_name", "household__head__full_name", "consent"
    )
    agreed: dict[str, bool] = {}
    for person, head, consent in (*examples, *donors):
        for name in filter(None, (person, head)):
            agreed[name] = agreed.get(name, False) or consent in NAMED
    return tuple(NamedPerson(name, consent) for name, consent in sorted(agreed.items()))


def _of_figures(draft: Draft) -> Iterator[Check]:
    for paragraph in draft.printed:
        remarks: set[str] = set()
        for start, end, figure in bound_spans(paragraph.pieces):
            if figure.is_missing:
                said = _(
                    "There is no record for “%(place)s”: enter it, or put the words into square brackets."
                )
                said %= {"place": figure.place}
                yield Check(CheckLevel.WARNING, "no_record", said, paragraph.key, start, end)
            elif figure.remark and figure.remark not in remarks:
                remarks.add(figure.remark)
                said = f"{figure.label}: {figure.remark}"
                yield Check(CheckLevel.WARNING, "remark", said, paragraph.key, start, end)
        invented = [text for text in paragraph.figures if text.needs_mark]
        if invented:
            said = _("Figures that rest on test or illustrative data, and are marked so: %(count)s.")
            yield Check(CheckLevel.WARNING, "not_a_fact", said % {"count": len(invented)}, paragraph.key)


def _of_sign_off(draft: Draft) -> Iterator[Check]:
    for paragraph in draft.printed:
        if not paragraph.field:
            continue
        if not paragraph.responsible:
            said = _("No unit answers for this paragraph: choose one, so that it can be signed off.")
            yield Check(CheckLevel.ERROR, "no_responsible_unit", said, paragraph.key)
        elif paragraph.sign_off is None:
            said = _("%(unit)s has not signed off this paragraph yet.") % {"unit": paragraph.responsible}
            yield Check(CheckLevel.ERROR, "not_signed_off", said, paragraph.key)
        elif not paragraph.sign_off.still_holds:
            said = _("This paragraph has changed since %(unit)s signed it off.")
            yield Check(
                CheckLevel.ERROR, "changed_since", said % {"unit": paragraph.responsible}, paragraph.key
            )
