"""What a typed paragraph must be before it is kept."""

from __future__ import annotations

from django.utils.translation import gettext as _

from thidua.core.vietnamese.hygiene import clean_line
from thidua.reports.figures.register import unknown_places
from thidua.reports.figures.scope import scope_of
from thidua.reports.models import ClosingReport
from thidua.reports.wording.markup import MarkupFault, parse, places
from thidua.support.refusals import Refused


def checked_text(report: ClosingReport, typed: str, *, before: str = "") -> str:
    """Return the text to keep; raises Refused on `text`.

    Places that stood there before may be moved or left out; new ones must be known to the register. Typed digits
    are kept: the checks point them out, because a figure should come from a record.
    """
    text = clean_line(typed)
    if not text:
        raise Refused({"text": _("Write the paragraph, or remove it.")})
    try:
        parse(text)
    except MarkupFault as fault:
        raise Refused({"text": fault_sentence(fault)}) from fault
    added = set(places(text)) - set(places(before))
    unknown = unknown_places(scope_of(report), sorted(added))
    if unknown:
        raise Refused(
            {
                "text": [
                    _("“{%(place)s}” is not a figure of this report. Choose one from the list of figures.")
                    % {"place": place}
                    for place in unknown
                ]
            }
        )
    return text


def fault_sentence(fault: MarkupFault) -> str:
    """Return what is wrong with a text that cannot be read, and what to do."""
    sentences = {
        "unbalanced_bracket": _(
            "A square bracket or brace has no partner near “%(excerpt)s”. Add or remove one."
        ),
        "not_a_place": _("“%(excerpt)s” is not a figure. Choose one from the list of figures."),
        "too_deep": _(
            "Brackets stand within brackets too many times near “%(excerpt)s”. Take some of them away."
        ),
        "too_long": _("A paragraph has at most 4,000 characters: they end at “%(excerpt)s”. Make two of it."),
    }
    return sentences[fault.code] % {"excerpt": fault.excerpt}
