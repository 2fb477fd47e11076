"""The register of all checks before publication."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from thidua.core.text_checks.checks.capitals import check_honorifics, check_proper_names
from thidua.core.text_checks.checks.comparisons import check_comparisons
from thidua.core.text_checks.checks.consent import check_consent
from thidua.core.text_checks.checks.counts import check_zero_padding
from thidua.core.text_checks.checks.dashes import check_dashes
from thidua.core.text_checks.checks.dates import check_as_of, check_date_forms, check_impossible_dates
from thidua.core.text_checks.checks.decisions import check_decisions
from thidua.core.text_checks.checks.doubled_words import check_doubled_words
from thidua.core.text_checks.checks.figures import check_thousands, check_unbound_figures
from thidua.core.text_checks.checks.fragments import check_fragments
from thidua.core.text_checks.checks.look_alikes import check_look_alikes
from thidua.core.text_checks.checks.missing_spaces import check_missing_spaces
from thidua.core.text_checks.checks.missing_words import check_missing_words
from thidua.core.text_checks.checks.open_lists import check_open_lists
from thidua.core.text_checks.checks.pairs import check_pairs
from thidua.core.text_checks.checks.percentages import check_percentages
from thidua.core.text_checks.checks.plans import check_plans
from thidua.core.text_checks.checks.punctuation import check_punctuation
from thidua.core.text_checks.checks.spaces import check_double_spaces, check_no_break_spaces
from thidua.core.text_checks.checks.zeros import check_zeros
from thidua.core.text_checks.context import TextContext
from thidua.core.text_checks.findings import TextFinding

TextCheck = Callable[[str, TextContext], list[TextFinding]]

CHECKS: Final[tuple[TextCheck, ...]] = (
    check_unbound_figures,
    check_percentages,
    check_as_of,
    check_consent,
    check_open_lists,
    check_fragments,
    check_missing_words,
    check_doubled_words,
    check_pairs,
    check_punctuation,
    check_proper_names,
    check_honorifics,
    check_thousands,
    check_date_forms,
    check_impossible_dates,
    check_zeros,
    check_zero_padding,
    check_dashes,
    check_missing_spaces,
    check_double_spaces,
    check_no_break_spaces,
    check_look_alikes,
)

# What only an article must say: a closing report has its plans and decisions in its own tables and annexes.
ARTICLE_CHECKS: Final[tuple[TextCheck, ...]] = (*CHECKS, check_plans, check_decisions, check_comparisons)


def check_text(
    text: str, context: TextContext | None = None, checks: tuple[TextCheck, ...] = CHECKS
) -> list[TextFinding]:
    """Return every finding about a text in NFC, in reading order; at one place in the order of the register."""
    known = context or TextContext()
    found = [each for check in checks for each in check(text, known)]
    return sorted(found, key=lambda each: each.start)
