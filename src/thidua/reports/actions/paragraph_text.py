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
        raise Refused({"text": _fault_sentence(fault)}) from fault
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


def _fault_sentence(fault: MarkupFault) -> str:
    if fault.code == "unbalanced_bracket":
        return _("A square bracket or brace has no partner near “%(excerpt)s”. Add or remove one.") % {
            "excerpt": fault.excerpt
        }
    return _("“%(excerpt)s” is not a figure. Choose one from the list of figures.") % {
        "excerpt": fault.excerpt
    }
