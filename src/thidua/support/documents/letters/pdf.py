"""A decision and its annex lists as one PDF, to be signed: the words of the DOCX, in the same layout."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from django.utils.translation import gettext as _

from thidua.support.documents.certificates.text import MOTTO, NATION
from thidua.support.documents.fonts import missing_letters
from thidua.support.documents.letters.content import AnnexList, DecisionLetter
from thidua.support.documents.letters.places import context_of
from thidua.support.documents.typesetting import typeset
from thidua.support.refusals import Refused

TEMPLATE: Final = Path(__file__).with_name("decision.typ")


def write_decision_pdf(decision: DecisionLetter, annexes: Sequence[AnnexList] = ()) -> bytes:
    """Return the file as PDF/A-2b; each annex begins a page of its own, numbered from 1.

    Raises Refused when the typeface lacks a letter of the text.
    """
    data: dict[str, Any] = {
        "nation": NATION,
        "motto": MOTTO,
        "letter": context_of(decision),
        "annexes": [context_of(annex) for annex in annexes],
    }
    if lacking := missing_letters("".join(_texts(data))):
        named = ", ".join(f"«{letter}» (U+{ord(letter):04X})" for letter in lacking)
        raise Refused(
            _("The typeface has no %(letters)s. Write the text with other letters.") % {"letters": named}
        )
    return typeset(TEMPLATE, data, standard="a-2b")


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    inside = value.values() if isinstance(value, dict) else value
    return [text for each in inside for text in _texts(each)]
